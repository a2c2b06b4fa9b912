package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Where a published record comes from; the same however often it is published.
 *
 * @param source the stream: incarnation of the source's database, consumer, topic and partition
 * @param sequence the number of the outbox slot in the stream
 * @param index the place in the slot
 */
public record Origin(String source, long sequence, int index) implements Comparable<Origin> {

  static final String HEADER = "perennial-origin";
  private static final NameBasedGenerator IDS =
      Generators.nameBasedGenerator(UUID.fromString("6f1c0d5e-27a4-5b8e-9a41-0c6f3b1e7d52"));

  public Origin {
    requireNonNull(source, "source");
  }

  /** The origin that exactly-once gave the record; empty when some other producer made it. */
  public static Optional<Origin> of(ConsumerRecord<?, ?> consumed) {
    var header = consumed.headers().lastHeader(HEADER);
    return header == null ? Optional.empty() : parse(new String(header.value(), UTF_8));
  }

  /** An id (UUIDv5) for what follows from this record, the same on each replay. */
  public UUID id() {
    return IDS.generate(toString());
  }

  /** Later in the same stream is greater. */
  @Override
  public int compareTo(Origin other) {
    int bySequence = Long.compare(sequence, other.sequence);
    return bySequence != 0 ? bySequence : Integer.compare(index, other.index);
  }

  @Override
  public String toString() {
    return source + "/" + sequence + "/" + index;
  }

  RecordHeader header() {
    return new RecordHeader(HEADER, toString().getBytes(UTF_8));
  }

  private static Optional<Origin> parse(String text) {
    int beforeIndex = text.lastIndexOf('/');
    int beforeSequence = text.lastIndexOf('/', beforeIndex - 1);
    if (beforeSequence < 1) {
      return Optional.empty();
    }
    try {
      long sequence = Long.parseLong(text, beforeSequence + 1, beforeIndex, 10);
      int index = Integer.parseInt(text, beforeIndex + 1, text.length(), 10);
      return Optional.of(new Origin(text.substring(0, beforeSequence), sequence, index));
    } catch (NumberFormatException foreign) {
      return Optional.empty();
    }
  }
}
