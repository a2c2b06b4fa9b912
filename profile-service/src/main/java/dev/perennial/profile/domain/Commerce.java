package dev.perennial.profile.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of products and money, by the data contract.
 *
 * @param valueMicros an order's value; what a refund gave back, 0 or above; an adjustment with its
 *     sign; null when the event states no money
 * @param currency ISO 4217, upper case; empty when not said
 */
public record Commerce(
    Kind kind,
    String orderId,
    String cartId,
    String checkoutId,
    @Nullable Long valueMicros,
    String currency,
    List<LineItem> items) {

  public Commerce {
    items = List.copyOf(items);
  }

  /** What the event does to the accounts. */
  public enum Kind {
    ORDER,
    REFUND,
    ADJUSTMENT,
    OTHER
  }

  /**
   * Pieces of one product.
   *
   * @param priceMicros of one piece
   * @param quantity below 0 where the source says so
   */
  public record LineItem(
      String productId, String name, String category, long priceMicros, long quantity) {}
}
