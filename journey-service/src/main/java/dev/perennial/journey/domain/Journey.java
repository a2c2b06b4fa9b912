package dev.perennial.journey.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;

/**
 * What a journey does, as one version of it says. A journey without {@link JourneyRules#problems}
 * never walks in circles without waiting.
 *
 * @param entry the node that a run comes to first
 */
public record Journey(Start start, List<ExitRule> exits, String entry, Map<String, Node> nodes) {

  public Journey {
    requireNonNull(start, "start");
    requireNonNull(entry, "entry");
    exits = List.copyOf(exits);
    nodes = Map.copyOf(nodes);
  }

  public Node node(String name) {
    Node node = nodes.get(name);
    if (node == null) {
      throw new IllegalArgumentException("no node " + name);
    }
    return node;
  }

  boolean exitsOn(Input.ActivitySeen activity) {
    return exits.contains(new ExitRule.OnEvent(activity.event()));
  }

  boolean exitsOn(Input.SegmentMoved move) {
    return exits.contains(new ExitRule.OnSegment(move.segment(), move.movement()));
  }
}
