package dev.perennial.recommendation.catalog.messaging;

import static java.util.Objects.requireNonNull;

import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ConsumerDefinition;
import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.recommendation.catalog.app.TellProducts;
import dev.perennial.recommendation.catalog.app.TellProducts.Changed;
import dev.perennial.recommendation.catalog.app.TellProducts.Telling;
import dev.perennial.recommendation.interest.app.AnnounceNews;
import dev.perennial.recommendation.interest.app.ForgetInterest;
import dev.perennial.recommendation.interest.messaging.TellWork;
import dev.perennial.recommendation.messaging.ForgetWork;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Follows what shops tell of their products, and tells on what changed. */
@ApplicationScoped
public class CatalogConsumer implements UnitProcessor<List<CatalogConsumer.Decoded>> {

  /** What a record tells, and the partition that it came in. */
  record Decoded(TopicPartition source, ToldDecoder.Of told) {}

  private final TellProducts tellProducts;
  private final AnnounceNews announceNews;

  CatalogConsumer(TellProducts tellProducts, AnnounceNews announceNews) {
    this.tellProducts = tellProducts;
    this.announceNews = announceNews;
  }

  @Produces
  @Singleton
  static ConsumerDefinition definition(
      CatalogConsumer consumer, TellWork tellWork, ForgetInterest forgetInterest) {
    var forgetting = new ForgetWork("old-interest", forgetInterest::some);
    return new ConsumerDefinition(
        "catalog", List.of(Topics.CATALOG_UPDATES), consumer, List.of(tellWork, forgetting));
  }

  @Override
  public Uni<List<Decoded>> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom()
        .item(() ->
            records.stream()
                .map(record ->
                    new Decoded(
                        new TopicPartition(record.topic(), record.partition()),
                        ToldDecoder.decode(record.value())))
                .toList());
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, List<Decoded> decoded) {
    var tellings = decoded.stream().map(one -> telling(one, context)).toList();
    return tellProducts
        .tell(tx, tellings, context.now())
        .call(changed -> announce(tx, changed))
        .map(changed -> changed.stream().map(ChangeRecord::of).toList());
  }

  private Uni<Void> announce(SqlConnection tx, List<Changed> changed) {
    return announceNews.announce(
        tx,
        changed.stream().map(Changed::change).toList(),
        changed.stream().map(one -> one.number().shard()).toList());
  }

  private static Telling telling(Decoded decoded, UnitContext context) {
    long sequence = requireNonNull(context.sequences().get(decoded.source()), "sequence");
    return new Telling(
        decoded.told().key(),
        decoded.told().told(),
        decoded.told().at(),
        new ChangeNumber(decoded.source().partition(), sequence));
  }
}
