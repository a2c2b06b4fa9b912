package dev.perennial.gateway.ingest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.perennial.gateway.ingest.domain.Draft;
import dev.perennial.gateway.ingest.domain.EventKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a request in one pass. Fails with {@link MalformedJsonException} only when nothing of it
 * can be used.
 */
final class RequestReader {

  private interface Reading {
    Request of(JsonCursor cursor) throws IOException;
  }

  private RequestReader() {}

  static Request single(EventKind kind, byte[] body) {
    return read(
        body,
        cursor -> {
          DraftReader item = new DraftReader(0, "").read(cursor);
          return new Request(item.writeKey(), List.of(item.alone(kind)));
        });
  }

  /** Fails with {@link TooLargeException} when there are more than {@code most} items. */
  static Request batch(byte[] body, int most) {
    return read(body, cursor -> batch(cursor, most));
  }

  private static Request read(byte[] body, Reading reading) {
    try (var cursor = new JsonCursor(body)) {
      cursor.enterOnlyObject();
      Request request = reading.of(cursor);
      cursor.leaveOnlyObject();
      return request;
    } catch (JsonProcessingException e) {
      throw MalformedJsonException.of(e);
    } catch (IOException e) {
      throw new UncheckedIOException("bytes at hand cannot fail to be read", e);
    }
  }

  private static Request batch(JsonCursor cursor, int most) throws IOException {
    List<DraftReader> items = null;
    String writeKey = null;
    String sentAt = null;
    EventContext context = EventContext.NONE;
    for (String field = cursor.nextField(); field != null; field = cursor.nextField()) {
      switch (field) {
        case "batch" -> items = items(cursor, most);
        case "writeKey" -> writeKey = cursor.text("/writeKey");
        case "sentAt" -> sentAt = cursor.text("/sentAt");
        case "context" -> context = EventContext.read(cursor);
        default -> cursor.skip();
      }
      // A wrong envelope only costs what it would have added.
      cursor.takeFault();
    }
    if (items == null) {
      throw new MalformedJsonException("the body has no array \"batch\"");
    }
    var drafts = new ArrayList<Draft>(items.size());
    for (DraftReader item : items) {
      drafts.add(item.within(context, sentAt));
    }
    return new Request(writeKey, drafts);
  }

  private static List<DraftReader> items(JsonCursor cursor, int most) throws IOException {
    if (!cursor.isArray()) {
      throw new MalformedJsonException("\"batch\" must be an array");
    }
    var items = new ArrayList<DraftReader>();
    while (cursor.nextElement()) {
      if (items.size() == most) {
        throw new TooLargeException("the batch has more than " + most + " events");
      }
      items.add(new DraftReader(items.size(), "/batch/" + items.size()).read(cursor));
    }
    return items;
  }
}
