package dev.perennial.profile.domain;

import dev.perennial.profile.domain.Commerce.Kind;
import dev.perennial.profile.domain.Commerce.LineItem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads products and money from the properties of Segment's e-commerce events. A field that makes
 * no sense is taken as absent: a shop's typing error must not stop its customers' events.
 */
public final class CommerceReader {

  /** Events about one product, whose fields stand beside the others. */
  private static final Set<String> ABOUT_ONE_PRODUCT =
      Set.of(
          "Product Clicked",
          "Product Viewed",
          "Product Added",
          "Product Removed",
          "Product Added to Wishlist",
          "Product Removed from Wishlist",
          "Wishlist Product Added to Cart");

  private static final Set<String> ABOUT_PRODUCTS =
      Set.of(
          "Product List Viewed",
          "Product List Filtered",
          "Cart Viewed",
          "Checkout Started",
          "Checkout Step Viewed",
          "Checkout Step Completed",
          "Payment Info Entered",
          "Order Updated",
          "Order Completed",
          "Order Refunded",
          "Order Cancelled",
          "Balance Adjusted");

  private CommerceReader() {}

  /** Whether events of this name carry products or money. */
  public static boolean reads(String event) {
    return ABOUT_PRODUCTS.contains(event) || ABOUT_ONE_PRODUCT.contains(event);
  }

  /**
   * What an event of such a name says.
   *
   * @param properties JSON as maps, lists, strings, numbers
   */
  public static Commerce read(String event, Map<String, ?> properties) {
    var kind = kind(event);
    List<Map<String, ?>> products =
        ABOUT_ONE_PRODUCT.contains(event) ? List.of(properties) : products(properties);
    return new Commerce(
        kind,
        text(properties.get("order_id")),
        text(properties.get("cart_id")),
        text(properties.get("checkout_id")),
        Amounts.micros(value(kind, properties, products)),
        text(properties.get("currency")).toUpperCase(Locale.ROOT),
        products.stream().map(CommerceReader::item).toList());
  }

  private static Kind kind(String event) {
    return switch (event) {
      case "Order Completed" -> Kind.ORDER;
      case "Order Refunded" -> Kind.REFUND;
      case "Balance Adjusted" -> Kind.ADJUSTMENT;
      default -> Kind.OTHER;
    };
  }

  private static @Nullable BigDecimal value(
      Kind kind, Map<String, ?> properties, List<Map<String, ?>> products) {
    return switch (kind) {
      case ORDER -> orderValue(properties, products);
      case REFUND -> {
        var value = orderValue(properties, products);
        yield value == null ? null : value.abs();
      }
      case ADJUSTMENT -> Amounts.number(properties.get("value"));
      case OTHER -> null;
    };
  }

  /** Subtotal, else total less tax and shipping, else revenue, else the products less discount. */
  private static @Nullable BigDecimal orderValue(
      Map<String, ?> properties, List<Map<String, ?>> products) {
    var subtotal = Amounts.number(properties.get("subtotal"));
    if (subtotal != null) {
      return subtotal;
    }
    var total = Amounts.number(properties.get("total"));
    if (total != null) {
      return total
          .subtract(orZero(properties.get("tax")))
          .subtract(orZero(properties.get("shipping")));
    }
    var revenue = Amounts.number(properties.get("revenue"));
    if (revenue != null) {
      return revenue;
    }
    return products.stream()
        .filter(product -> Amounts.number(product.get("price")) != null)
        .map(product -> orZero(product.get("price")).multiply(quantity(product)))
        .reduce(BigDecimal::add)
        .map(sum -> sum.subtract(orZero(properties.get("discount"))))
        .orElse(null);
  }

  private static LineItem item(Map<String, ?> product) {
    var price = Amounts.micros(orZero(product.get("price")));
    var quantity = Amounts.whole(quantity(product));
    return new LineItem(
        text(product.get("product_id")),
        text(product.get("name")),
        text(product.get("category")),
        price == null ? 0 : price,
        quantity == null ? 1 : quantity);
  }

  private static List<Map<String, ?>> products(Map<String, ?> properties) {
    var products = new ArrayList<Map<String, ?>>();
    if (properties.get("products") instanceof List<?> list) {
      for (var each : list) {
        if (each instanceof Map<?, ?> product) {
          var byName = new HashMap<String, @Nullable Object>();
          product.forEach((name, value) -> byName.put(String.valueOf(name), value));
          products.add(byName);
        }
      }
    }
    return products;
  }

  private static BigDecimal quantity(Map<String, ?> product) {
    var quantity = Amounts.number(product.get("quantity"));
    return quantity == null ? BigDecimal.ONE : quantity;
  }

  private static BigDecimal orZero(@Nullable Object json) {
    var number = Amounts.number(json);
    return number == null ? BigDecimal.ZERO : number;
  }

  /** Ids come as strings or numbers. */
  private static String text(@Nullable Object json) {
    return switch (json) {
      case String text -> text;
      case Number number -> number.toString();
      case null, default -> "";
    };
  }
}
