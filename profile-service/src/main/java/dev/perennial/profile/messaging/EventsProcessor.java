package dev.perennial.profile.messaging;

import dev.perennial.exactlyonce.Outgoing;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.exactlyonce.UnitProcessor;
import dev.perennial.profile.app.Incoming;
import dev.perennial.profile.app.RecordEvents;
import dev.perennial.profile.app.ResolveIdentities;
import dev.perennial.profile.app.Resolved;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Accepted events in, activity out. */
@ApplicationScoped
class EventsProcessor implements UnitProcessor<List<Resolved>> {

  private final ResolveIdentities identities;
  private final RecordEvents events;

  EventsProcessor(ResolveIdentities identities, RecordEvents events) {
    this.identities = identities;
    this.events = events;
  }

  @Override
  public Uni<List<Resolved>> prepare(List<ConsumerRecord<String, byte[]>> records) {
    return Uni.createFrom()
        .item(() -> records.stream().map(EventsProcessor::incoming).toList())
        .chain(identities::resolve);
  }

  @Override
  public Uni<List<Outgoing>> apply(SqlConnection tx, UnitContext context, List<Resolved> resolved) {
    return events.record(tx, context.now(), resolved);
  }

  private static Incoming incoming(ConsumerRecord<String, byte[]> each) {
    var source = new TopicPartition(each.topic(), each.partition());
    return new Incoming(source, EventDecoder.decode(each.value()));
  }
}
