package dev.perennial.gateway.ingest.messaging;

import dev.perennial.contracts.Topics;
import dev.perennial.gateway.ingest.app.EventLog;
import dev.perennial.gateway.ingest.domain.Event;
import dev.perennial.gateway.messaging.KafkaLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Kafka holds the events. */
@ApplicationScoped
class KafkaEventLog implements EventLog {

  private final KafkaLog log;
  private final EventRecords records;

  KafkaEventLog(KafkaLog log, EventRecords records) {
    this.log = log;
    this.records = records;
  }

  @Override
  public Uni<Void> append(String workspace, Lane lane, List<Event> events) {
    String topic =
        switch (lane) {
          case LIVE -> Topics.EVENTS_ACCEPTED;
          case IMPORT -> Topics.EVENTS_IMPORTED;
        };
    return log.append(records.of(topic, workspace, lane, events));
  }
}
