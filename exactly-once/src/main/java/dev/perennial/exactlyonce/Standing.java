package dev.perennial.exactlyonce;

import dev.perennial.exactlyonce.RevisionGate.ProfileKey;
import dev.perennial.exactlyonce.RevisionGate.Revised;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Where one profile stands at the revision gate while a unit passes it. */
final class Standing {

  final ProfileKey key;
  private long before;
  private long last;
  private int held;
  private final Set<Long> givenUp = new HashSet<>();
  private final TreeMap<Long, Revised> early = new TreeMap<>();

  Standing(ProfileKey key) {
    this.key = key;
  }

  /**
   * As the database has it.
   *
   * @param last the last revision that passed
   * @param held how many rows wait, with or without a payload
   * @param givenUp those of them that will never come
   */
  void load(long last, int held, Collection<Long> givenUp) {
    before = last;
    this.last = last;
    this.held = held;
    this.givenUp.addAll(givenUp);
  }

  /** Lets a record pass, with those of this unit that waited for it; empty when it must wait. */
  List<Revised> take(Revised revised) {
    if (revised.erasure()) {
      return erase(revised);
    }
    early.put(revised.revision(), revised);
    return pass();
  }

  /** Nothing that came before an erasure matters any more, so it waits for nothing. */
  private List<Revised> erase(Revised erasure) {
    early.clear();
    givenUp.clear();
    last = erasure.revision();
    return List.of(erasure);
  }

  /** This revision will never come. */
  void giveUp(long revision) {
    givenUp.add(revision);
    pass();
  }

  private List<Revised> pass() {
    var passed = new ArrayList<Revised>();
    while (true) {
      var next = early.remove(last + 1);
      if (!givenUp.contains(last + 1)) {
        if (next == null) {
          return passed;
        }
        passed.add(next);
      }
      last++;
    }
  }

  boolean hasSeen(long revision) {
    return revision <= last || early.containsKey(revision);
  }

  /** What has to wait for a revision before it. */
  Collection<Revised> early() {
    return early.values();
  }

  /** Rows were added, or with less than 0 taken away. */
  void addHeld(int rows) {
    held += rows;
  }

  boolean isChanged() {
    return last != before || !early.isEmpty();
  }

  /** Whether rows that wait may have been passed. */
  boolean mayRelease() {
    return last != before && held > 0;
  }

  long last() {
    return last;
  }

  int held() {
    return held;
  }
}
