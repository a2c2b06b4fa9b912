package dev.perennial.recommendation;

import static java.util.concurrent.TimeUnit.SECONDS;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.catalog.v1.Product;
import dev.perennial.contracts.catalog.v1.ProductTold;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Publishes what the gateway would of a shop's catalog. */
final class ShopCatalog implements AutoCloseable {

  private final String workspace;
  private final Shards shards = new Shards(16);
  private final KafkaProducer<String, byte[]> producer;

  ShopCatalog(String kafka, String workspace) {
    this.workspace = workspace;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", kafka, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  static Product.Builder product(String id) {
    return Product.newBuilder().setProductId(id).setCurrency("GBP");
  }

  void puts(Product.Builder product) {
    send(ProductTold.newBuilder().setProduct(product));
  }

  /** Another product whose records follow those of this one. */
  String beside(String id) {
    int shard = shards.of(Topics.productKey(workspace, id));
    return IntStream.iterate(0, i -> i + 1)
        .mapToObj(i -> "beside-" + i)
        .filter(other -> shards.of(Topics.productKey(workspace, other)) == shard)
        .findFirst()
        .orElseThrow();
  }

  /** The same, so long after all that is told otherwise. */
  void puts(Product.Builder product, Duration later) {
    send(ProductTold.newBuilder().setProduct(product), later);
  }

  void takesOut(String id) {
    send(ProductTold.newBuilder().setProduct(product(id)).setDeleted(true));
  }

  private void send(ProductTold.Builder told) {
    send(told, Duration.ZERO);
  }

  private void send(ProductTold.Builder told, Duration later) {
    told.setWorkspace(workspace)
        .setToldAt(Timestamp.newBuilder().setSeconds(1_790_000_000 + later.toSeconds()));
    String key = Topics.productKey(workspace, told.getProduct().getProductId());
    var record =
        new ProducerRecord<>(
            Topics.CATALOG_UPDATES, shards.of(key), key, told.build().toByteArray());
    try {
      producer.send(record).get(10, SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
