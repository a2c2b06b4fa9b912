package dev.perennial.gateway.ingest.api;

/** More than a request may hold; sent in parts it could be taken. */
final class TooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TooLargeException(String detail) {
    super(detail, null, false, false);
  }
}
