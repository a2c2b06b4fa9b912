package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.profile.v1.Commerce;
import dev.perennial.contracts.profile.v1.LineItem;
import java.util.HashMap;
import java.util.Map;

/** What was paid for each product of an order. */
final class LineValues {

  /** What no shop sells for, in any currency: a thousand million of its units. */
  private static final long MOST = 1_000_000_000_000_000L;

  private LineValues() {}

  /** Price times quantity by product, in millionths of the currency's unit; above 0. */
  static Map<String, Long> of(Commerce commerce) {
    var values = new HashMap<String, Long>();
    for (LineItem item : commerce.getItemsList()) {
      long value = value(item);
      if (ClientTexts.id(item.getProductId()).isPresent() && value > 0) {
        values.merge(item.getProductId(), value, (one, other) -> Math.min(MOST, one + other));
      }
    }
    return values;
  }

  /** What is more than {@link #MOST} is not believed, rather than let overflow sums. */
  private static long value(LineItem item) {
    long high = Math.multiplyHigh(item.getPriceMicros(), item.getQuantity());
    long low = item.getPriceMicros() * item.getQuantity();
    boolean believed = item.getQuantity() > 0 && high == 0 && low >= 0 && low <= MOST;
    return believed ? low : 0;
  }
}
