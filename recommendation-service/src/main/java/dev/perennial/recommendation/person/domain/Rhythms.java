package dev.perennial.recommendation.person.domain;

import dev.perennial.recommendation.order.domain.PastOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * After what time each product is bought again by those who do, and how many do. What a person's
 * own purchases cannot tell is taken from here, as in Bhagat et al., "Buy It Again: Modeling Repeat
 * Purchase Recommendations", KDD 2018; medians in place of its means, as gaps have long tails.
 *
 * <p>Gaps that have not ended yet do not count, so slow products look somewhat faster than they
 * are.
 *
 * <p>A model: made of a copy, never changed.
 */
public final class Rhythms {

  /**
   * Of a product.
   *
   * @param buyers people who bought it
   * @param again those of them who bought it again, a day later or more
   */
  public record Rhythm(int buyers, int again, Duration interval) {

    /** The part of its buyers who come back for it. */
    double share() {
      return (double) again / buyers;
    }
  }

  /** The gaps of the whole shop count as so many of each product. */
  private static final int SHOP_GAPS = 3;

  private static final class Seen {
    private int buyers;
    private int again;
    private final List<Long> gaps = new ArrayList<>();
  }

  private final Map<Integer, Rhythm> byProduct = new HashMap<>();

  private Rhythms() {}

  /** Made of what each person bought, each history from its first order on. */
  public static Rhythms of(List<List<PastOrder>> histories) {
    var seen = new HashMap<Integer, Seen>();
    var shop = new ArrayList<Long>();
    for (var history : histories) {
      History.times(history)
          .forEach((product, times) -> {
            var gaps = Gaps.between(times);
            var one = seen.computeIfAbsent(product, _ -> new Seen());
            one.buyers++;
            one.again += gaps.isEmpty() ? 0 : 1;
            one.gaps.addAll(gaps);
            shop.addAll(gaps);
          });
    }
    var rhythms = new Rhythms();
    if (!shop.isEmpty()) {
      double typical = Gaps.median(shop);
      seen.forEach((product, one) -> rhythms.put(product, one, typical));
    }
    return rhythms;
  }

  /** Empty for a product that nobody bought, and while nobody bought anything twice. */
  public Optional<Rhythm> of(int product) {
    return Optional.ofNullable(byProduct.get(product));
  }

  private void put(int product, Seen seen, double typical) {
    int gaps = seen.gaps.size();
    double own = gaps == 0 ? 0 : Gaps.median(seen.gaps);
    double interval = (gaps * own + SHOP_GAPS * typical) / (gaps + SHOP_GAPS);
    byProduct.put(
        product, new Rhythm(seen.buyers, seen.again, Duration.ofSeconds(Math.round(interval))));
  }
}
