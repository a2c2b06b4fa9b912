package dev.perennial.profile.domain;

import java.time.Instant;
import java.util.List;

/**
 * Which histories.
 *
 * @param eventNames only these events; none when empty
 * @param since only events from then on
 */
public record HistorySelection(
    String workspace, int shard, List<String> eventNames, Instant since) {

  public HistorySelection {
    eventNames = List.copyOf(eventNames);
  }
}
