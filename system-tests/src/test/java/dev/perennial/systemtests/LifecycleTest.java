package dev.perennial.systemtests;

import static dev.perennial.systemtests.PackagedStack.JSON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perennial.demo.PublicApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From an event to a mail, through every service. */
class LifecycleTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static PackagedStack stack;

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
  }

  @Test
  void whoEntersASegmentGetsTheMailOnceAndWhoUnsubscribedGetsNone() throws IOException {
    var workspace = Workspace.create(stack, "lifecycle");
    var api = workspace.api(stack);
    define(api);
    var writer = workspace.writer(stack);
    writer.post("/v1/identify", Workspace.identify("ann", "ann@lifecycle.example.com"));
    writer.post("/v1/identify", Workspace.identify("bob", "bob@lifecycle.example.com"));
    writer.post("/v1/track", unsubscribed("bob"));
    writer.post("/v1/track", Workspace.order("ann", "1"));
    writer.post("/v1/track", Workspace.order("bob", "2"));
    writer.post("/v1/track", Workspace.order("ann", "1"));

    await()
        .atMost(PATIENCE)
        .until(
            () -> api.get("/api/v1/messages/stats?journey=thanks"),
            stats -> stats.path("sent").asInt() + stats.path("refused").asInt() == 2);
    assertEquals(1, mails("ann@lifecycle.example.com").size());
    assertEquals(0, mails("bob@lifecycle.example.com").size());
  }

  @Test
  void aMembershipEndsAtTheInstantItsWindowDoes() throws IOException {
    var workspace = Workspace.create(stack, "windows");
    var api = workspace.api(stack);
    api.put(
        "/api/v1/segments/just-ordered",
        JSON.readTree(
            """
            {"name": "Ordered within 3 seconds",
             "condition": {"event": "Order Completed", "is": {"atLeast": 1}, "within": "PT3S"}}
            """));
    workspace.writer(stack).post("/v1/track", Workspace.order("cem", "1"));
    var segments = "/api/v1/profiles/user_id:cem/segments";
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> api.get(segments).toString().contains("just-ordered"));
    await().atMost(PATIENCE).until(() -> !api.get(segments).toString().contains("just-ordered"));
  }

  private static void define(PublicApi api) throws IOException {
    api.put(
        "/api/v1/segments/buyers",
        JSON.readTree(
            """
            {"name": "Buyers", "condition": {"event": "Order Completed", "is": {"atLeast": 1}}}
            """));
    api.put(
        "/api/v1/channels/email",
        JSON.createObjectNode()
            .put("provider", "smtp")
            .put("from", "Shop <shop@example.com>")
            .put("host", "localhost")
            .put("port", stack.smtpPort())
            .put("security", "none"));
    api.put(
        "/api/v1/templates/thanks",
        JSON.createObjectNode()
            .put("channel", "email")
            .put("subject", "Thanks")
            .put("body", "<p>Hi</p>"));
    api.put(
        "/api/v1/journeys/thanks",
        JSON.readTree(
            """
            {"name": "Thanks", "definition": {
              "start": {"segment": "buyers", "on": "entered"},
              "nodes": {
                "mail": {"type": "message", "channel": "email", "template": "thanks", "topic": "offers", "next": "end"},
                "end": {"type": "exit"}}}}
            """));
    api.post("/api/v1/journeys/thanks/publish", JSON.createObjectNode());
  }

  private static ObjectNode unsubscribed(String user) {
    var event = JSON.createObjectNode();
    event.put("type", "track").put("messageId", "unsubscribed-" + user).put("userId", user);
    event.put("event", "Unsubscribed").putObject("properties").put("channel", "email");
    return event;
  }

  private static List<JsonNode> mails(String to) {
    var mailbox = PublicApi.managing(JSON, stack.mailbox(), "none-needed");
    var mails = new ArrayList<JsonNode>();
    for (var mail : mailbox.get("/api/messages?limit=1000").path("messages")) {
      if (mail.path("to").toString().contains(to)) {
        mails.add(mail);
      }
    }
    return mails;
  }
}
