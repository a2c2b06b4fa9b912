package dev.perennial.gateway.domain;

/** What a request names does not exist, at least not for this caller. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public NotFoundException(String detail) {
    super(detail, null, false, false);
  }
}
