package dev.perennial.recommendation.catalog.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductSource;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.CatalogProduct;
import dev.perennial.recommendation.catalog.domain.KnownProduct;
import java.time.Instant;

/** Products in the words of the contract. */
final class ProductMessages {

  private ProductMessages() {}

  static Product product(KnownProduct known) {
    CatalogProduct product = known.product();
    CatalogEntry entry = product.entry();
    var message =
        Product.newBuilder()
            .setProductId(product.key().id())
            .setName(entry.name())
            .setDescription(entry.description())
            .addAllCategories(entry.categories())
            .setBrand(entry.brand())
            .setSeller(entry.seller())
            .setCurrency(entry.currency())
            .addAllTags(entry.tags())
            .setImageUrl(entry.imageUrl())
            .setUrl(entry.url())
            .setCreatedAt(timestamp(entry.createdAt()))
            .setCustom(product.custom())
            .setSource(known.told() ? ProductSource.CATALOG : ProductSource.EVENT)
            .setVersion(product.version())
            .setChangedAt(timestamp(product.changedAt()));
    entry.priceMicros().ifPresent(message::setPriceMicros);
    entry.costMicros().ifPresent(message::setCostMicros);
    entry.stock().ifPresent(message::setStock);
    return message.build();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
