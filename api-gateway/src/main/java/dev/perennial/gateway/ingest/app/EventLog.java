package dev.perennial.gateway.ingest.app;

import dev.perennial.gateway.domain.UnavailableException;
import dev.perennial.gateway.ingest.domain.Event;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Where accepted events are kept for good. */
public interface EventLog {

  /** Live events and bulk imports keep out of each other's way. */
  enum Lane {
    LIVE,
    IMPORT
  }

  /**
   * Keeps the events, in their order for each subject.
   *
   * @return done when every event is durable; fails with {@link UnavailableException} when one may
   *     not be, and then all may be sent again
   */
  Uni<Void> append(String workspace, Lane lane, List<Event> events);
}
