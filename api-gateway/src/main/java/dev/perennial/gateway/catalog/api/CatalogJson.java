package dev.perennial.gateway.catalog.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.catalog.v1.ListProductsResponse;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.gateway.api.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Products in JSON. */
final class CatalogJson {

  /**
   * A product that was not taken.
   *
   * @param pointer JSON pointer into the body; of CSV the name of the column
   * @param line of CSV, from 1, where the product ends
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Rejected(@Nullable Long line, String pointer, String reason) {}

  /**
   * What became of a request's products.
   *
   * @param rejected at most 1,000 of them
   */
  record Outcome(long accepted, long rejectedCount, List<Rejected> rejected) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      String id,
      String name,
      String description,
      List<String> categories,
      String brand,
      String seller,
      @Nullable BigDecimal price,
      @Nullable BigDecimal cost,
      @Nullable String currency,
      @Nullable Long stock,
      List<String> tags,
      String imageUrl,
      String url,
      @Nullable Instant createdAt,
      @JsonRawValue @Schema(type = SchemaType.OBJECT) String custom,
      String source,
      long version,
      @Nullable Instant changedAt) {

    static View of(Product product) {
      return new View(
          product.getProductId(),
          product.getName(),
          product.getDescription(),
          List.copyOf(product.getCategoriesList()),
          product.getBrand(),
          product.getSeller(),
          product.hasPriceMicros() ? Amount.ofMicros(product.getPriceMicros()) : null,
          product.hasCostMicros() ? Amount.ofMicros(product.getCostMicros()) : null,
          product.getCurrency().isEmpty() ? null : product.getCurrency(),
          product.hasStock() ? product.getStock() : null,
          List.copyOf(product.getTagsList()),
          product.getImageUrl(),
          product.getUrl(),
          instant(product.hasCreatedAt(), product.getCreatedAt()),
          product.getCustom().isEmpty() ? "{}" : product.getCustom(),
          product.getSource().name().toLowerCase(Locale.ROOT),
          product.getVersion(),
          instant(product.hasChangedAt(), product.getChangedAt()));
    }

    private static @Nullable Instant instant(boolean set, Timestamp at) {
      return set ? Instant.ofEpochSecond(at.getSeconds(), at.getNanos()) : null;
    }
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(List<View> products, @Nullable String nextCursor) {

    static Page of(ListProductsResponse response) {
      return new Page(
          response.getProductsList().stream().map(View::of).toList(),
          response.getNextCursor().isEmpty() ? null : response.getNextCursor());
    }
  }

  private CatalogJson() {}
}
