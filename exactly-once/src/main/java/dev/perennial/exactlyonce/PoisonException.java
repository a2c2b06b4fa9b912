package dev.perennial.exactlyonce;

/** A record cannot be processed for its data, whenever and however often it is tried. */
public final class PoisonException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param reason what is wrong, naming the field but not its content, which may be personal data
   */
  public PoisonException(String reason) {
    super(reason);
  }

  public PoisonException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
