package dev.perennial.journey.app;

/** The journey is only a draft. */
public final class NeverPublished extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NeverPublished() {
    super("the journey was never published");
  }
}
