package dev.perennial.recommendation.browse.domain;

import java.util.Arrays;
import java.util.List;

/**
 * The sessions that hold one product, the latest last: what is asked of a product that everybody
 * looks at is asked of its latest sessions, without a look at the others.
 */
public final class Visits {

  static final Visits NONE = new Visits();

  private Session[] sessions = new Session[2];
  private int size;
  private final Pulse pulse = new Pulse();

  public int size() {
    return size;
  }

  /** The latest of all is the last. */
  public Session session(int index) {
    return sessions[index];
  }

  /** The latest so many, the latest last; not a copy. */
  public List<Session> latest(int most) {
    return Arrays.asList(sessions).subList(Math.max(0, size - most), size);
  }

  /** The same sessions, counted by the hour. */
  public Pulse pulse() {
    return pulse;
  }

  void add(Session session, int weight) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size + (size >> 1));
    }
    // Mostly the last; in between only what is heard of late.
    int index = size == 0 || isEarlier(sessions[size - 1], session) ? size : -1 - find(session);
    System.arraycopy(sessions, index, sessions, index + 1, size - index);
    sessions[index] = session;
    size++;
    pulse.add(session.hour(), weight);
  }

  void remove(Session session, int weight) {
    int index = find(session);
    size--;
    System.arraycopy(sessions, index + 1, sessions, index, size - index);
    pulse.remove(session.hour(), weight);
  }

  private static boolean isEarlier(Session one, Session other) {
    return Session.LATEST_FIRST.compare(one, other) > 0;
  }

  private int find(Session session) {
    return Arrays.binarySearch(sessions, 0, size, session, Session.LATEST_FIRST.reversed());
  }
}
