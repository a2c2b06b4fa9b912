package dev.perennial.gateway.ingest.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** The body is no JSON, or not of the shape of its call; nothing of it was taken. */
final class MalformedJsonException extends RuntimeException {

  private static final long serialVersionUID = 1;

  MalformedJsonException(String detail) {
    super(detail, null, false, false);
  }

  /** Says where, and nothing of what stands there. */
  static MalformedJsonException of(JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return new MalformedJsonException(
        at == null
            ? "the body is not valid JSON"
            : "the body is not valid JSON at line %d, column %d"
                .formatted(at.getLineNr(), at.getColumnNr()));
  }
}
