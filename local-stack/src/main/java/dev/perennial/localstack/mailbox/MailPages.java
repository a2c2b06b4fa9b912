package dev.perennial.localstack.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** The mailbox over HTTP: pages for people, {@code /api} for programs. */
final class MailPages {

  private static final int MAX_PAGE = 1_000;

  private final MailStore store;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final JsonMapper json = new JsonMapper();

  private record Reply(int status, String type, byte[] body) {}

  MailPages(MailStore store, int port) throws IOException {
    this.store = store;
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 50);
    server.createContext("/", this::handle);
    server.setExecutor(threads);
  }

  void start() {
    server.start();
  }

  void stop() {
    server.stop(0);
    threads.close();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply;
      try {
        reply = reply(exchange);
      } catch (NumberFormatException e) {
        reply = new Reply(400, "text/plain", "not a number\n".getBytes(UTF_8));
      }
      var headers = exchange.getResponseHeaders();
      headers.set("Content-Type", reply.type() + "; charset=utf-8");
      headers.set("X-Content-Type-Options", "nosniff");
      exchange.sendResponseHeaders(reply.status(), reply.body().length);
      exchange.getResponseBody().write(reply.body());
    }
  }

  private Reply reply(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().substring(1).split("/");
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    return switch (List.of(path)) {
      case List<String> p when p.equals(List.of("")) ->
          html(MailHtml.list(store.count(), page(query, 100)));
      case List<String> p when p.size() == 2 && p.getFirst().equals("messages") ->
          page(id(p.get(1)));
      case List<String> p when p.equals(List.of("api", "count")) ->
          json(Map.of("count", store.count()));
      case List<String> p when p.equals(List.of("api", "messages")) -> list(page(query, 50));
      case List<String> p
          when p.size() >= 3 && p.subList(0, 2).equals(List.of("api", "messages")) ->
          message(id(p.get(2)), p.size() == 4 && p.get(3).equals("raw"));
      default -> notFound();
    };
  }

  private List<Mail> page(Map<String, String> query, int usual) {
    int limit = Integer.parseInt(query.getOrDefault("limit", Integer.toString(usual)));
    String before = query.getOrDefault("before", Long.toString(Long.MAX_VALUE));
    return store.before(Long.parseLong(before), Math.clamp(limit, 1, MAX_PAGE));
  }

  private Reply list(List<Mail> mails) throws IOException {
    var reply = new LinkedHashMap<String, Object>();
    reply.put("count", store.count());
    reply.put("messages", mails.stream().map(MailPages::line).toList());
    if (!mails.isEmpty() && mails.getLast().id() > 1) {
      reply.put("next", mails.getLast().id());
    }
    return json(reply);
  }

  private Reply message(long id, boolean raw) throws IOException {
    var mail = store.find(id);
    if (mail.isEmpty()) {
      return notFound();
    }
    if (raw) {
      return new Reply(200, "text/plain", store.raw(id));
    }
    var body = MailBody.of(store.read(id));
    var reply = line(mail.get());
    reply.put("headers", body.headers());
    reply.put("text", body.text());
    reply.put("html", body.html());
    return json(reply);
  }

  private Reply page(long id) throws IOException {
    var mail = store.find(id);
    return mail.isEmpty()
        ? notFound()
        : html(MailHtml.message(mail.get(), MailBody.of(store.read(id))));
  }

  private static Map<String, Object> line(Mail mail) {
    var line = new LinkedHashMap<String, Object>();
    line.put("id", mail.id());
    line.put("receivedAt", mail.receivedAt().toString());
    line.put("from", mail.from());
    line.put("to", mail.to());
    line.put("subject", mail.subject());
    return line;
  }

  private Reply json(Map<String, Object> value) throws IOException {
    return new Reply(200, "application/json", json.writeValueAsBytes(value));
  }

  private static Reply html(String page) {
    return new Reply(200, "text/html", page.getBytes(UTF_8));
  }

  private static Reply notFound() {
    return new Reply(404, "text/plain", "there is no such page or mail\n".getBytes(UTF_8));
  }

  private static long id(String text) {
    return Long.parseLong(text);
  }

  private static Map<String, String> query(@Nullable String raw) {
    var query = new HashMap<String, String>();
    for (String pair : raw == null ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return query;
  }
}
