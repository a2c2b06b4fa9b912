package dev.perennial.gateway.domain;

/** No key, or one that is not known or of the wrong kind. */
public final class UnauthorizedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnauthorizedException(String detail) {
    super(detail, null, false, false);
  }
}
