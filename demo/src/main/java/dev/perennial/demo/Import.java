package dev.perennial.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.stream.Stream;

/**
 * Sends events in batches within the gateway's limits, each batch after the one before is durable.
 */
final class Import {

  private static final int BATCH_EVENTS = 500;
  private static final int BATCH_CHARACTERS = 300_000;

  private final ObjectMapper json;
  private final PublicApi api;
  private final Clock clock;
  private final Progress progress;

  Import(ObjectMapper json, PublicApi api, Clock clock, Progress progress) {
    this.json = json;
    this.api = api;
    this.clock = clock;
    this.progress = progress;
  }

  /** Sends them all; the total is for the person who waits. */
  void send(Stream<ObjectNode> events, long total) {
    var batch = json.createArrayNode();
    int characters = 0;
    int sent = 0;
    int said = 0;
    for (var event : (Iterable<ObjectNode>) events::iterator) {
      int size = event.toString().length();
      if (batch.size() == BATCH_EVENTS || characters + size > BATCH_CHARACTERS) {
        sent += send(batch);
        batch = json.createArrayNode();
        characters = 0;
        if (sent - said >= 5_000) {
          progress.say("  sent %,d of %,d events".formatted(sent, total));
          said = sent;
        }
      }
      batch.add(event);
      characters += size;
    }
    sent += send(batch);
    progress.say("  sent %,d of %,d events".formatted(sent, total));
  }

  private int send(ArrayNode batch) {
    var body = json.createObjectNode();
    body.set("batch", batch);
    body.put("sentAt", clock.instant().toString());
    var answer = api.post("/v1/batch", body);
    if (!answer.path("rejected").isEmpty()) {
      throw new DemoFailure("The gateway refused events: " + answer.path("rejected"));
    }
    return batch.size();
  }
}
