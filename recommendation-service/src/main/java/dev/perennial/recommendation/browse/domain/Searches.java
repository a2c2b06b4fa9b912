package dev.perennial.recommendation.browse.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Who searched for what, and in which hours. */
final class Searches {

  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<Integer, String> queries = new HashMap<>();
  private final Map<Integer, Map<UUID, Set<Integer>>> hours = new HashMap<>();
  private int next;

  int number(String query) {
    return numbers.computeIfAbsent(
        query,
        _ -> {
          int number = free();
          queries.put(number, query);
          return number;
        });
  }

  /** Each rewriting of a trail takes numbers, so that in time they come round to those in use. */
  private int free() {
    while (queries.containsKey(next)) {
      next++;
    }
    return next++;
  }

  void add(UUID profile, int query, int hour) {
    hours
        .computeIfAbsent(query, _ -> new HashMap<>())
        .computeIfAbsent(profile, _ -> new HashSet<>())
        .add(hour);
  }

  /** Takes out a query of a profile; the last one takes its text with it. */
  void remove(UUID profile, int query) {
    var searchers = hours.get(query);
    if (searchers != null) {
      searchers.remove(profile);
      if (searchers.isEmpty()) {
        hours.remove(query);
        numbers.remove(queries.remove(query));
      }
    }
  }

  void forEach(EachSearch each) {
    hours.forEach((query, searchers) ->
        each.accept(queries.getOrDefault(query, ""), Map.copyOf(searchers).values()));
  }

  /** The texts with their numbers; who searched for them comes with the steps. */
  void write(SnapshotOutput out) {
    out.writeInt(next);
    out.writeInt(queries.size());
    queries.forEach((number, query) -> {
      out.writeInt(number);
      out.writeText(query);
    });
  }

  /** Before any search is added. */
  void read(SnapshotInput in) {
    next = in.readInt();
    for (int left = in.readInt(); left > 0; left--) {
      int number = in.readInt();
      String query = in.readText();
      queries.put(number, query);
      numbers.put(query, number);
    }
  }

  int size() {
    return hours.size();
  }
}
