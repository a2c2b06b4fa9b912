package dev.perennial.localstack.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perennial.localstack.component.Ports;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

  private final int smtp;
  private final int web;
  private final Path directory;

  MailboxTest(@TempDir Path directory) {
    this.directory = directory;
    var ports = Ports.free(2);
    smtp = ports.get(0);
    web = ports.get(1);
  }

  @Test
  void mailIsListedNewestFirstAndSurvivesARestart() throws Exception {
    try (var _ = MailboxMain.start(directory, smtp, web)) {
      send("ann@example.com", "Première", "<p>Hello</p>");
      send("bob@example.com", "Second", "<p>Hi</p>");
    }
    try (var _ = MailboxMain.start(directory, smtp, web)) {
      send("cid@example.com", "Third", "<p>Hey</p>");
      assertEquals(3, get("/api/count").path("count").asInt());
      var first = get("/api/messages?limit=2");
      assertEquals("cid@example.com", first.path("messages").path(0).path("to").asText());
      assertEquals("Second", first.path("messages").path(1).path("subject").asText());
      var last = get("/api/messages?limit=2&before=" + first.path("next").asLong());
      assertEquals("Première", last.path("messages").path(0).path("subject").asText());
      assertTrue(last.path("next").isMissingNode());
      assertEquals("<p>Hello</p>", get("/api/messages/1").path("html").asText().strip());
    }
  }

  @Test
  void noReplyWaitsForADelayedAcknowledgement() throws Exception {
    try (var _ = MailboxMain.start(directory, smtp, web);
        var client = new Socket(InetAddress.getLoopbackAddress(), smtp)) {
      var replies = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
      replies.readLine();
      var took = new ArrayList<Duration>();
      for (int i = 0; i < 50; i++) {
        long asked = System.nanoTime();
        client.getOutputStream().write("NOOP\r\n".getBytes(UTF_8));
        replies.readLine();
        took.add(Duration.ofNanos(System.nanoTime() - asked));
      }
      // Where they wait, most take at least 40 ms; a busy machine slows down only some.
      var usual = took.stream().sorted().toList().get(took.size() / 2);
      assertTrue(usual.toMillis() < 20, "a reply took " + usual);
    }
  }

  @Test
  void aPageShowsHtmlOfStrangersOnlyInASandbox() throws Exception {
    try (var _ = MailboxMain.start(directory, smtp, web)) {
      send("ann@example.com", "<b>bold</b>", "<script>alert(1)</script>");
      assertTrue(text("/").contains("&lt;b&gt;bold&lt;/b&gt;"));
      String page = text("/messages/1");
      assertFalse(page.contains("<script>"), page);
      assertTrue(page.contains("<iframe sandbox srcdoc=\"&lt;script&gt;"), page);
    }
  }

  private void send(String to, String subject, String html) throws Exception {
    var properties = new Properties();
    properties.setProperty("mail.smtp.host", "127.0.0.1");
    properties.setProperty("mail.smtp.port", Integer.toString(smtp));
    var message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("shop@example.com"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
    message.setSubject(subject, "utf-8");
    message.setContent(html, "text/html; charset=utf-8");
    Transport.send(message);
  }

  private JsonNode get(String path) throws IOException {
    return new JsonMapper().readTree(text(path));
  }

  private String text(String path) throws IOException {
    try (var in = URI.create("http://127.0.0.1:" + web + path).toURL().openStream()) {
      return new String(in.readAllBytes(), UTF_8);
    }
  }
}
