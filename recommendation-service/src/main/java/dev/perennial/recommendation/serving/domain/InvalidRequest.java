package dev.perennial.recommendation.serving.domain;

/** A request that cannot be answered, and where it is wrong. */
public final class InvalidRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String pointer;

  /**
   * Says where and why.
   *
   * @param pointer JSON pointer (RFC 6901) to the field
   */
  public InvalidRequest(String pointer, String reason) {
    super(reason);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }

  /** What is wrong, in words for whoever wrote it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
