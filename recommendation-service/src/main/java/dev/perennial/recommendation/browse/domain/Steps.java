package dev.perennial.recommendation.browse.domain;

import dev.perennial.recommendation.snapshot.domain.SnapshotInput;
import dev.perennial.recommendation.snapshot.domain.SnapshotOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.UUID;

/** A trail in memory, oldest first: subjects are numbers, as most of it is never looked at. */
final class Steps {

  /** A session ends when nothing happens for this long: 30 minutes, as web analytics has it. */
  static final long BREAK_MICROS = 30 * 60 * 1_000_000L;

  private final long[] micros;
  private final Kind[] kinds;
  private final int[] subjects;

  private Steps(long[] micros, Kind[] kinds, int[] subjects) {
    this.micros = micros;
    this.kinds = kinds;
    this.subjects = subjects;
  }

  /** Numbers the subjects of a trail. */
  static Steps of(Trail trail, Numbering numbering) {
    var interactions = trail.interactions();
    int size = interactions.size();
    var steps = new Steps(new long[size], new Kind[size], new int[size]);
    for (int i = 0; i < steps.micros.length; i++) {
      var interaction = interactions.get(i);
      steps.micros[i] = Hours.micros(interaction.at());
      steps.kinds[i] = interaction.kind();
      steps.subjects[i] = numbering.number(interaction.kind(), interaction.subject());
    }
    return steps;
  }

  /** Gives products and queries their numbers. */
  interface Numbering {
    int number(Kind kind, String subject);
  }

  void write(SnapshotOutput out) {
    out.writeLongs(micros);
    for (Kind kind : kinds) {
      out.writeByte((byte) kind.code());
    }
    out.writeInts(subjects);
  }

  static Steps read(SnapshotInput in) {
    long[] micros = in.readLongs();
    var kinds = new Kind[micros.length];
    for (int i = 0; i < kinds.length; i++) {
      kinds[i] = Kind.of((char) in.readByte());
    }
    return new Steps(micros, kinds, in.readInts());
  }

  /** The sessions that hold any product, oldest first. */
  List<Session> sessions(UUID profile) {
    var sessions = new ArrayList<Session>();
    int start = 0;
    for (int i = 1; i <= micros.length; i++) {
      if (i == micros.length || micros[i] - micros[i - 1] > BREAK_MICROS) {
        addSession(profile, start, i, sessions);
        start = i;
      }
    }
    return sessions;
  }

  private void addSession(UUID profile, int start, int end, List<Session> sessions) {
    var weights = new LinkedHashMap<Integer, Integer>();
    for (int i = start; i < end; i++) {
      int weight = kinds[i].weight();
      if (weight > 0) {
        // Taken out and put in again, so that the last touched is last.
        Integer before = weights.remove(subjects[i]);
        weights.put(subjects[i], before == null ? weight : Math.max(before, weight));
      }
    }
    if (!weights.isEmpty()) {
      int[] products = weights.keySet().stream().mapToInt(Integer::intValue).toArray();
      byte[] heaviest = new byte[products.length];
      for (int i = 0; i < products.length; i++) {
        heaviest[i] = weights.getOrDefault(products[i], 0).byteValue();
      }
      sessions.add(new Session(profile, micros[start], micros[end - 1], products, heaviest));
    }
  }

  /** The products that were looked at, the last one first, each once. */
  SequencedMap<Integer, Viewed> viewed() {
    var viewed = new LinkedHashMap<Integer, Viewed>();
    for (int i = micros.length - 1; i >= 0; i--) {
      if (kinds[i] == Kind.VIEWED || kinds[i] == Kind.CLICKED) {
        viewed.merge(subjects[i], new Viewed(subjects[i], micros[i], 1), Viewed::andEarlier);
      }
    }
    return viewed;
  }

  /** Tells each search with its hour. */
  void forEachQuery(EachQuery each) {
    for (int i = 0; i < micros.length; i++) {
      if (kinds[i] == Kind.SEARCHED) {
        each.accept(subjects[i], Hours.of(micros[i]));
      }
    }
  }

  /** What is done with each search. */
  interface EachQuery {
    void accept(int query, int hour);
  }
}
