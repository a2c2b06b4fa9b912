package dev.perennial.gateway.catalog.messaging;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.catalog.v1.ProductTold;
import dev.perennial.gateway.catalog.app.ProductLog;
import dev.perennial.gateway.catalog.domain.Product;
import dev.perennial.gateway.messaging.KafkaLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Kafka holds them: keyed by the product, on the partition that is the key's shard. */
@ApplicationScoped
class KafkaProductLog implements ProductLog {

  private final KafkaLog log;
  private final Clock clock;
  private final Shards shards;

  KafkaProductLog(
      KafkaLog log, Clock clock, @ConfigProperty(name = "perennial.shards") int shards) {
    this.log = log;
    this.clock = clock;
    this.shards = new Shards(shards);
  }

  @Override
  public Uni<Void> put(String workspace, List<Product> products) {
    return log.append(
        products.stream().map(product -> record(workspace, encode(product), false)).toList());
  }

  @Override
  public Uni<Void> delete(String workspace, String productId) {
    var named = dev.perennial.contracts.catalog.v1.Product.newBuilder().setProductId(productId);
    return log.append(List.of(record(workspace, named, true)));
  }

  private ProducerRecord<String, byte[]> record(
      String workspace,
      dev.perennial.contracts.catalog.v1.Product.Builder product,
      boolean deleted) {
    var told =
        ProductTold.newBuilder()
            .setWorkspace(workspace)
            .setProduct(product)
            .setDeleted(deleted)
            .setToldAt(timestamp(clock.instant()));
    String key = Topics.productKey(workspace, product.getProductId());
    return new ProducerRecord<>(
        Topics.CATALOG_UPDATES, shards.of(key), key, told.build().toByteArray());
  }

  private static dev.perennial.contracts.catalog.v1.Product.Builder encode(Product product) {
    var encoded =
        dev.perennial.contracts.catalog.v1.Product.newBuilder()
            .setProductId(product.id())
            .setName(product.name())
            .setDescription(product.description())
            .addAllCategories(product.categories())
            .setBrand(product.brand())
            .setSeller(product.seller())
            .setCurrency(product.currency())
            .addAllTags(product.tags())
            .setImageUrl(product.imageUrl())
            .setUrl(product.url())
            .setCustom(product.custom());
    product.priceMicros().ifPresent(encoded::setPriceMicros);
    product.costMicros().ifPresent(encoded::setCostMicros);
    product.stock().ifPresent(encoded::setStock);
    Instant createdAt = product.createdAt();
    return createdAt == null ? encoded : encoded.setCreatedAt(timestamp(createdAt));
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
