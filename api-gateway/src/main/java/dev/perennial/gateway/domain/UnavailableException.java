package dev.perennial.gateway.domain;

/** Something the request needs is away for now; sending it again later helps. */
public final class UnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1;

  public UnavailableException(String detail) {
    super(detail, null, false, false);
  }
}
