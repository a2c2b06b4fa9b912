package dev.perennial.journey.app;

/** There is no journey of this key. */
public final class NoSuchJourney extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoSuchJourney() {
    super("there is no such journey");
  }
}
