package dev.perennial.gateway.catalog.domain;

import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A product as a shop tells it, checked by {@link ProductDraft}.
 *
 * @param categories paths from the general to the special, levels joined by " > "
 * @param priceMicros millionths of the currency's unit, as is costMicros
 * @param stock pieces at hand; empty when not tracked
 * @param createdAt null when not said
 * @param custom a JSON object of the shop's own fields
 */
public record Product(
    String id,
    String name,
    String description,
    List<String> categories,
    String brand,
    String seller,
    OptionalLong priceMicros,
    OptionalLong costMicros,
    String currency,
    OptionalLong stock,
    List<String> tags,
    String imageUrl,
    String url,
    @Nullable Instant createdAt,
    String custom) {

  public Product {
    categories = List.copyOf(categories);
    tags = List.copyOf(tags);
  }
}
