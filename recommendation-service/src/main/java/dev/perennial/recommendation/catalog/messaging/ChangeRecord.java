package dev.perennial.recommendation.catalog.messaging;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.catalog.v1.ProductChange;
import dev.perennial.contracts.catalog.v1.ProductChanged;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.recommendation.catalog.app.TellProducts.Changed;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.catalog.domain.CatalogProduct;
import dev.perennial.recommendation.catalog.domain.Change;
import java.time.Instant;
import org.apache.kafka.common.TopicPartition;

/** A change of a product, told on. */
final class ChangeRecord {

  private ChangeRecord() {}

  static Outgoing of(Changed changed) {
    CatalogProduct product = changed.change().product();
    return new Outgoing(
        new TopicPartition(Topics.CATALOG_UPDATES, changed.number().shard()),
        Topics.CATALOG_CHANGES,
        Topics.productKey(product.key().workspace(), product.key().id()),
        encode(changed.change(), product.entry()).toByteArray());
  }

  private static ProductChanged encode(Change change, CatalogEntry entry) {
    CatalogProduct product = change.product();
    var encoded =
        ProductChanged.newBuilder()
            .setWorkspace(product.key().workspace())
            .setProductId(product.key().id())
            .setVersion(product.version())
            .setChangedAt(timestamp(product.changedAt()))
            .setName(entry.name())
            .setDescription(entry.description())
            .addAllCategories(entry.categories())
            .setBrand(entry.brand())
            .setSeller(entry.seller())
            .setCurrency(entry.currency())
            .addAllTags(entry.tags())
            .setUrl(entry.url())
            .setImageUrl(entry.imageUrl())
            .setCreatedAt(timestamp(entry.createdAt()))
            .setCustom(product.custom())
            .setDeleted(entry.deleted());
    entry.priceMicros().ifPresent(encoded::setPriceMicros);
    entry.costMicros().ifPresent(encoded::setCostMicros);
    entry.stock().ifPresent(encoded::setStock);
    change.previousPriceMicros().ifPresent(encoded::setPreviousPriceMicros);
    // In an order of their own, so that the record is the same each time.
    change.kinds().stream().sorted().map(ChangeRecord::kind).forEach(encoded::addChanges);
    return encoded.build();
  }

  private static ProductChange kind(Change.Kind kind) {
    return switch (kind) {
      case ADDED -> ProductChange.ADDED;
      case PRICE_DROPPED -> ProductChange.PRICE_DROPPED;
      case PRICE_RAISED -> ProductChange.PRICE_RAISED;
      case BACK_IN_STOCK -> ProductChange.BACK_IN_STOCK;
      case OUT_OF_STOCK -> ProductChange.OUT_OF_STOCK;
      case REMOVED -> ProductChange.REMOVED;
    };
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
