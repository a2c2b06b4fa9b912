package dev.perennial.gateway.domain;

/** The key is known, but its scopes do not go that far. */
public final class ForbiddenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public ForbiddenException(String detail) {
    super(detail, null, false, false);
  }
}
