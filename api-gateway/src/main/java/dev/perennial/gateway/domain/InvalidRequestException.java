package dev.perennial.gateway.domain;

/** One field of a request is not right; it is refused with the field's JSON pointer. */
public final class InvalidRequestException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final String pointer;

  /**
   * @param pointer JSON pointer into the request's body, or the name of a query parameter
   * @param detail what is wrong, without the value
   */
  public InvalidRequestException(String pointer, String detail) {
    super(detail, null, false, false);
    this.pointer = pointer;
  }

  public String pointer() {
    return pointer;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }
}
