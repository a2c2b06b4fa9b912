package dev.perennial.recommendation.order.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/**
 * The sales of each country, told by where the buyers live now. Countries are free text that anyone
 * with a write key may send: one is kept only while somebody lives in it, and costs no more than
 * what its people bought.
 */
final class SalesByCountry {

  private static final DailySales NONE = new DailySales();

  /** Longer than the full name of any state. */
  private static final int LONGEST_NAME = 64;

  private static final class Country {
    private final String name;
    private final DailySales sales = new DailySales();
    private int people;

    Country(String name) {
      this.name = name;
    }
  }

  private final Map<String, Country> byName = new HashMap<>();
  private final Map<UUID, Country> homes = new HashMap<>();

  /** Shops and people write countries as they like: at least the case makes no difference. */
  private static String plain(String country) {
    return country.strip().toUpperCase(Locale.ROOT);
  }

  DailySales of(String country) {
    var known = byName.get(plain(country));
    return known == null ? NONE : known.sales;
  }

  /** Countries that anybody lives in. */
  int size() {
    return byName.size();
  }

  void add(UUID profile, PastOrder order) {
    var country = homes.get(profile);
    if (country != null) {
      country.sales.add(order);
    }
  }

  void remove(UUID profile, PastOrder order) {
    var country = homes.get(profile);
    if (country != null) {
      country.sales.remove(order);
    }
  }

  /**
   * Moves what a profile holds to where it lives.
   *
   * @param country empty when it is not known any more
   */
  void locate(UUID profile, String country, List<PastOrder> history) {
    history.forEach(order -> remove(profile, order));
    forget(profile);
    String name = plain(country);
    if (!name.isEmpty() && name.length() <= LONGEST_NAME) {
      settle(profile, name);
    }
    history.forEach(order -> add(profile, order));
  }

  /** Of a profile that holds nothing any more. */
  void forget(UUID profile) {
    var home = homes.remove(profile);
    if (home != null && --home.people == 0) {
      byName.remove(home.name);
    }
  }

  /** Where everybody lives. */
  void write(SnapshotOutput out) {
    out.writeInt(homes.size());
    homes.forEach((profile, country) -> {
      out.writeId(profile);
      out.writeText(country.name);
    });
  }

  /**
   * Into an empty one.
   *
   * @param history tells what a profile holds
   */
  void read(SnapshotInput in, Function<UUID, List<PastOrder>> history) {
    for (int left = in.readInt(); left > 0; left--) {
      UUID profile = in.readId();
      settle(profile, in.readText());
      history.apply(profile).forEach(order -> add(profile, order));
    }
  }

  private void settle(UUID profile, String name) {
    var home = byName.computeIfAbsent(name, Country::new);
    home.people++;
    homes.put(profile, home);
  }
}
