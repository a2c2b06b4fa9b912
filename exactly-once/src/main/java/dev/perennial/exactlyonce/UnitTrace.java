package dev.perennial.exactlyonce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** One span a unit, linked to the traces that its records belong to. */
record UnitTrace(OpenTelemetry telemetry) {

  static final String TRACEPARENT = "traceparent";
  private static final int MAX_LINKS = 32;

  /** Does something within a span; it gets the traceparent for what it publishes, or nothing. */
  void around(
      String name, List<ConsumerRecord<String, byte[]>> records, Consumer<String> something) {
    var span =
        telemetry
            .getTracer("perennial.exactly-once")
            .spanBuilder(name)
            .setSpanKind(SpanKind.CONSUMER)
            .setNoParent()
            .startSpan();
    if (span.isRecording()) {
      span.setAttribute("messaging.batch.message_count", records.size());
      link(span, records);
    }
    try (var _ = span.makeCurrent()) {
      something.accept(traceparent(span));
    } catch (Fault fault) {
      span.setStatus(StatusCode.ERROR, fault.reason());
      throw fault;
    } finally {
      span.end();
    }
  }

  private void link(Span span, List<ConsumerRecord<String, byte[]>> records) {
    var seen = new LinkedHashSet<String>();
    for (var consumed : records) {
      var header = consumed.headers().lastHeader(TRACEPARENT);
      if (header == null || !seen.add(new String(header.value(), UTF_8))) {
        continue;
      }
      var context =
          telemetry
              .getPropagators()
              .getTextMapPropagator()
              .extract(Context.root(), consumed.headers(), HeaderGetter.INSTANCE);
      span.addLink(Span.fromContext(context).getSpanContext());
      if (seen.size() == MAX_LINKS) {
        return;
      }
    }
  }

  private String traceparent(Span span) {
    if (!span.getSpanContext().isSampled()) {
      return "";
    }
    var headers = new HashMap<String, String>();
    telemetry
        .getPropagators()
        .getTextMapPropagator()
        .inject(Context.current(), headers, UnitTrace::put);
    return headers.getOrDefault(TRACEPARENT, "");
  }

  private static void put(@Nullable Map<String, String> carrier, String key, String value) {
    if (carrier != null) {
      carrier.put(key, value);
    }
  }

  private enum HeaderGetter implements TextMapGetter<Headers> {
    INSTANCE;

    @Override
    public Iterable<String> keys(Headers headers) {
      return StreamSupport.stream(headers.spliterator(), false).map(h -> h.key()).toList();
    }

    @Override
    public @Nullable String get(@Nullable Headers headers, String key) {
      var header = headers == null ? null : headers.lastHeader(key);
      return header == null ? null : new String(header.value(), UTF_8);
    }
  }
}
