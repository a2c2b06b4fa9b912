package dev.perennial.systemtests;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Takes what services export by OTLP over gRPC; ends with the JVM. */
final class TraceCollector {

  /** An answer without fields: not compressed, 0 bytes long. */
  private static final Buffer THANKS = Buffer.buffer(new byte[5]);

  private final Queue<String> exports = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private TraceCollector() {
    server =
        Vertx.vertx()
            .createHttpServer()
            .requestHandler(this::take)
            .listen(0, "localhost")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  static TraceCollector start() {
    return new TraceCollector();
  }

  String endpoint() {
    return "http://localhost:" + server.actualPort();
  }

  /**
   * Whether a service told a span of a trace, or one that links to it. An export is of one service:
   * it has the name as text and ids as their bytes.
   */
  boolean has(String service, String traceId) {
    var id = new String(HexFormat.of().parseHex(traceId), ISO_8859_1);
    return exports.stream().anyMatch(export -> export.contains(service) && export.contains(id));
  }

  /** Whether a text is in anything that was told. */
  boolean mentions(String text) {
    return exports.stream().anyMatch(export -> export.contains(text));
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> {
          exports.add(body.toString(ISO_8859_1));
          request
              .response()
              .putHeader("content-type", "application/grpc")
              .putTrailer("grpc-status", "0")
              .end(THANKS);
        });
  }
}
