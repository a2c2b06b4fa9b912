package dev.perennial.recommendation.attribution.domain;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts what a person bought down to what they clicked. An order goes to the person's last click on
 * the product, if that was at most seven days before; each click has one at most, its first. So the
 * purchases of a day's clicks are never more than the clicks.
 *
 * <p>The result is a function of the clicks and of what is left of the orders. What is heard late,
 * told again or given back changes it, and the difference to what was counted is counted.
 */
public final class Attribution {

  /** For so long after a click a purchase is put down to it. */
  public static final Duration WINDOW = Duration.ofDays(7);

  private Attribution() {}

  /**
   * What became of one person's clicks, each once however often it is told.
   *
   * @param tellings all of the person on some products
   * @param sales of these products, each once
   */
  public static List<Outcome> of(Collection<Click> tellings, Collection<Sale> sales) {
    var clicks = new HashMap<Click.Key, Click>();
    tellings.forEach(click -> clicks.merge(click.key(), click, Click::toldAgain));
    var byProduct = clicks.values().stream().collect(groupingBy(Click::product));
    var bought = new HashMap<Click.Key, Sale>();
    sales.stream()
        .sorted(comparing(Sale::at).thenComparing(Sale::order))
        .forEach(sale -> {
          var last = lastBefore(sale, byProduct.getOrDefault(sale.product(), List.of()));
          last.ifPresent(click -> bought.putIfAbsent(click.key(), sale));
        });
    return clicks.values().stream().map(click -> new Outcome(click, value(bought, click))).toList();
  }

  /** What to add to the counts, for what is known now in place of what was known before. */
  public static Map<Cell, Counts> difference(
      String workspace, Collection<Outcome> before, Collection<Outcome> now) {
    var counts = new HashMap<Cell, Counts>();
    now.forEach(one -> counts.merge(one.cell(workspace), one.counts(), Counts::plus));
    before.forEach(one -> counts.merge(one.cell(workspace), one.counts().negated(), Counts::plus));
    counts.values().removeIf(Counts.NONE::equals);
    return counts;
  }

  private static Optional<Click> lastBefore(Sale sale, List<Click> clicks) {
    return clicks.stream()
        .filter(click -> !click.at().isAfter(sale.at()))
        .max(comparing(Click::at).thenComparing(Click::item))
        .filter(click -> !sale.at().isAfter(click.at().plus(WINDOW)));
  }

  private static Optional<Money> value(Map<Click.Key, Sale> bought, Click click) {
    return Optional.ofNullable(bought.get(click.key())).map(Sale::value);
  }
}
