package dev.perennial.recommendation.order.domain;

import static java.util.Comparator.comparing;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is left of one profile's orders once its refunds are taken off.
 *
 * <p>A refund of an order that is known takes from that order. Any other takes from the latest
 * orders up to its own time that hold the product; what finds nothing waits, as a late order may
 * still come. The result is a function of what happened, not of the order in which it was heard of.
 */
public final class Settlement {

  /** An order and the pieces still left of it. */
  private record Open(Purchase order, Map<String, Long> left) {

    Open(Purchase order) {
      this(order, new HashMap<>(order.lines().pieces()));
    }

    /** Takes as much as is there and says how much that was. */
    long take(String product, long wanted) {
      long there = left.getOrDefault(product, 0L);
      long taken = Math.min(there, wanted);
      if (taken == there) {
        left.remove(product);
      } else {
        left.put(product, there - taken);
      }
      return taken;
    }
  }

  private final Map<String, Open> byKey = new HashMap<>();
  private final List<Open> latestFirst;

  private Settlement(Collection<Purchase> purchases) {
    var orders = new HashMap<String, Purchase>();
    for (Purchase purchase : purchases) {
      orders.merge(purchase.orderKey(), purchase, Purchase::toldAgain);
    }
    orders.forEach((key, order) -> byKey.put(key, new Open(order)));
    latestFirst =
        byKey.values().stream()
            .sorted(
                comparing((Open open) -> open.order.occurredAt())
                    .thenComparing(open -> open.order.orderKey())
                    .reversed())
            .toList();
  }

  /** The purchases, each order once, with what is left of them. */
  public static List<Kept> of(Collection<Purchase> purchases, Collection<Refund> refunds) {
    var settlement = new Settlement(purchases);
    // Those that know their order go first: what they take is no one else's to take.
    for (Refund refund : refunds) {
      settlement.itsOrder(refund).ifPresent(open -> takeFrom(open, refund));
    }
    refunds.stream()
        .filter(refund -> settlement.itsOrder(refund).isEmpty())
        .sorted(comparing(Refund::occurredAt).thenComparing(Refund::messageId))
        .forEach(settlement::takeFromLatest);
    return settlement.latestFirst.stream().map(open -> new Kept(open.order, open.left)).toList();
  }

  private Optional<Open> itsOrder(Refund refund) {
    return refund.orderKey().map(byKey::get);
  }

  private static void takeFrom(Open open, Refund refund) {
    if (refund.takesAllOf(open.order)) {
      open.left.clear();
    } else {
      refund.lines().pieces().forEach(open::take);
    }
  }

  private void takeFromLatest(Refund refund) {
    var earlier =
        latestFirst.stream()
            .filter(open -> !open.order.occurredAt().isAfter(refund.occurredAt()))
            .toList();
    refund
        .lines()
        .pieces()
        .forEach((product, count) -> {
          long due = count;
          for (Open open : earlier) {
            due -= due == 0 ? 0 : open.take(product, due);
          }
        });
  }
}
