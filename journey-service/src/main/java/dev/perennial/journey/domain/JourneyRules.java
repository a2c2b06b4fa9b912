package dev.perennial.journey.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a journey must keep to beyond its shape before it can be published. */
public final class JourneyRules {

  private JourneyRules() {}

  /** In order of node name; empty when the journey can be published. */
  public static List<Problem> problems(Journey journey) {
    var problems = new ArrayList<Problem>();
    if (journey.start() instanceof Start.OnSegment start
        && start.existing()
        && start.movement() != Movement.ENTERED) {
      problems.add(new Problem("/start/existing", "only those who entered can be taken in"));
    }
    var nodes = new TreeMap<>(journey.nodes());
    nodes.forEach((name, node) ->
        node.following()
            .filter(next -> !nodes.containsKey(next))
            .ifPresent(next ->
                problems.add(
                    new Problem("/nodes/" + name + "/next", "there is no node '" + next + "'"))));
    Set<String> reached = reachable(journey);
    for (String name : nodes.keySet()) {
      if (!reached.contains(name)) {
        problems.add(new Problem("/nodes/" + name, "no run can come here"));
      }
    }
    problems.addAll(circlesWithoutWaiting(nodes));
    return problems;
  }

  private static Set<String> reachable(Journey journey) {
    var reached = new HashSet<String>();
    var open = new ArrayList<>(List.of(journey.entry()));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      Node node = journey.nodes().get(name);
      if (node != null && reached.add(name)) {
        node.following().ifPresent(open::add);
      }
    }
    return reached;
  }

  /** A circle is reported once, at the node whose next closes it. */
  private static List<Problem> circlesWithoutWaiting(Map<String, Node> nodes) {
    var problems = new ArrayList<Problem>();
    var done = new HashSet<String>();
    for (String first : nodes.keySet()) {
      var path = new LinkedHashSet<String>();
      String name = first;
      while (nodes.get(name) instanceof Node.Message message && done.add(name)) {
        path.add(name);
        name = message.next();
        if (path.contains(name)) {
          problems.add(
              new Problem(
                  "/nodes/" + path.getLast() + "/next",
                  "a circle through '" + name + "' needs a delay"));
        }
      }
    }
    return problems;
  }
}
