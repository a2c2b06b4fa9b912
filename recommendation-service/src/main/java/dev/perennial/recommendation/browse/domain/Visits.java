package dev.perennial.recommendation.browse.domain;

import java.util.Arrays;
import java.util.Collection;
import java.util.PriorityQueue;

/** The sessions that hold one product, in no order. */
public final class Visits {

  static final Visits NONE = new Visits();

  private Session[] sessions = new Session[2];
  private int size;
  private final Pulse pulse = new Pulse();

  public int size() {
    return size;
  }

  public Session session(int index) {
    return sessions[index];
  }

  /** The latest so many, in no order. */
  public Collection<Session> latest(int most) {
    if (size <= most) {
      return Arrays.asList(sessions).subList(0, size);
    }
    var oldestFirst = new PriorityQueue<Session>(Session.LATEST_FIRST.reversed());
    for (int i = 0; i < size; i++) {
      oldestFirst.add(sessions[i]);
      if (oldestFirst.size() > most) {
        oldestFirst.remove();
      }
    }
    return oldestFirst;
  }

  /** The same sessions, counted by the hour. */
  public Pulse pulse() {
    return pulse;
  }

  void add(Session session, int weight) {
    if (size == sessions.length) {
      sessions = Arrays.copyOf(sessions, size + (size >> 1));
    }
    sessions[size++] = session;
    pulse.add(session.hour(), weight);
  }

  void remove(Session session, int weight) {
    // From the end: what is taken out was mostly added lately.
    int index = size - 1;
    while (sessions[index] != session) {
      index--;
    }
    sessions[index] = sessions[--size];
    pulse.remove(session.hour(), weight);
  }
}
