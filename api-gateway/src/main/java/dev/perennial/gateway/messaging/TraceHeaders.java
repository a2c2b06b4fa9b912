package dev.perennial.gateway.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.context.propagation.TextMapSetter;
import org.apache.kafka.common.header.Headers;

/** Where a trace goes on: the headers of a record. */
final class TraceHeaders {

  static final TextMapSetter<Headers> SETTER =
      (headers, key, value) -> {
        if (headers != null) {
          headers.add(key, value.getBytes(UTF_8));
        }
      };

  private TraceHeaders() {}
}
