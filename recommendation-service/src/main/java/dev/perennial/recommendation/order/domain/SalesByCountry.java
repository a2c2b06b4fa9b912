package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** The sales of each country, told by where the buyers live now. */
final class SalesByCountry {

  private static final DailySales NONE = new DailySales();

  private final Map<String, DailySales> byCountry = new HashMap<>();
  private final Map<UUID, String> countries = new HashMap<>();

  /** Shops and people write countries as they like: at least the case makes no difference. */
  private static String plain(String country) {
    return country.strip().toUpperCase(Locale.ROOT);
  }

  DailySales of(String country) {
    return byCountry.getOrDefault(plain(country), NONE);
  }

  void add(UUID profile, PastOrder order) {
    String country = countries.get(profile);
    if (country != null) {
      byCountry.computeIfAbsent(country, _ -> new DailySales()).add(order);
    }
  }

  void remove(UUID profile, PastOrder order) {
    String country = countries.get(profile);
    if (country != null) {
      byCountry.computeIfAbsent(country, _ -> new DailySales()).remove(order);
    }
  }

  /**
   * Moves what a profile holds to where it lives.
   *
   * @param country empty when it is not known any more
   */
  void locate(UUID profile, String country, List<PastOrder> history) {
    history.forEach(order -> remove(profile, order));
    countries.remove(profile);
    if (!country.isBlank()) {
      countries.put(profile, plain(country));
    }
    history.forEach(order -> add(profile, order));
  }

  /** Of a profile that holds nothing any more. */
  void forget(UUID profile) {
    countries.remove(profile);
  }

  /** Where everybody lives. */
  void write(SnapshotOutput out) {
    out.writeInt(countries.size());
    countries.forEach((profile, country) -> {
      out.writeId(profile);
      out.writeText(country);
    });
  }

  /**
   * Into an empty one.
   *
   * @param history tells what a profile holds
   * @param products all have a number below this
   */
  void read(SnapshotInput in, Function<UUID, List<PastOrder>> history, int products) {
    var orders = new HashMap<String, List<PastOrder>>();
    for (int left = in.readInt(); left > 0; left--) {
      UUID profile = in.readId();
      String country = in.readText();
      countries.put(profile, country);
      orders.computeIfAbsent(country, _ -> new ArrayList<>()).addAll(history.apply(profile));
    }
    orders.forEach((country, all) -> byCountry.put(country, DailySales.of(all, products)));
  }
}
