package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

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

  /** Where everybody lives; what they hold comes with the orders. */
  void write(SnapshotOutput out) {
    out.writeInt(countries.size());
    countries.forEach((profile, country) -> {
      out.writeId(profile);
      out.writeText(country);
    });
  }

  /** Before any order is added. */
  void read(SnapshotInput in) {
    for (int left = in.readInt(); left > 0; left--) {
      countries.put(in.readId(), in.readText());
    }
  }
}
