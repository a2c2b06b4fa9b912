package dev.perennial.systemtests;

import static dev.perennial.systemtests.PackagedStack.JSON;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perennial.demo.DemoFailure;
import dev.perennial.demo.PublicApi;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a price in the catalog to a mail that names it, as docs/channel-gateway.md has it. */
class PriceDropTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String ANN = "ann@cheaper.example.com";
  private static final String BOB = "bob@cheaper.example.com";

  private static PackagedStack stack;

  @BeforeAll
  static void start() {
    stack = PackagedStack.shared();
  }

  @Test
  void whoViewedWhatGotCheaperGetsOneMailThatNamesItWithBothPrices() throws IOException {
    var workspace = Workspace.create(stack, "cheaper");
    var api = workspace.api(stack);
    define(api);
    costs(api, "teapot", 20);
    costs(api, "kettle", 50);
    var writer = workspace.writer(stack);
    writer.post("/v1/identify", Workspace.identify("ann", ANN));
    writer.post("/v1/identify", Workspace.identify("bob", BOB));
    writer.post("/v1/track", viewed("ann", "teapot"));
    writer.post("/v1/track", viewed("bob", "kettle"));
    awaitViewed(api, "ann");
    awaitViewed(api, "bob");

    costs(api, "teapot", 15);
    await().atMost(PATIENCE).until(() -> mails(ANN).size() == 1);
    // The feed tells it once more, and Bob's mail, which comes after, shows that it was read.
    costs(api, "teapot", 15);
    costs(api, "kettle", 40);
    await().atMost(PATIENCE).until(() -> mails(BOB).size() == 1);

    assertEquals(1, mails(ANN).size());
    var mail = mails(ANN).get(0);
    assertEquals("Teapot is 15.00 GBP now", mail.path("subject").asText());
    String text = body(mail);
    assertTrue(text.contains("15.00 GBP instead of 20.00"), text);
    assertTrue(text.contains("https://shop.example.com/teapot?recommendation_id=-.-.price-drops."));
    assertEquals(2, api.get("/api/v1/messages/stats?journey=cheaper").path("sent").asInt());
  }

  @Test
  void aTemplateThatAsksForWhatNobodyCanSayIsRefusedByField() {
    var api = Workspace.create(stack, "refused").api(stack);
    var template = JSON.createObjectNode().put("channel", "email").put("subject", "Hi");
    template
        .put("body", "Hi")
        .putObject("recommendations")
        .put("strategy", "similar")
        .put("limit", 3);
    var refusal =
        assertThrows(DemoFailure.class, () -> api.put("/api/v1/templates/similar", template));
    assertTrue(String.valueOf(refusal.getMessage()).contains("/recommendations/strategy"));
  }

  private static void define(PublicApi api) throws IOException {
    api.put(
        "/api/v1/segments/cheaper",
        JSON.readTree(
            """
            {"name": "Something they like got cheaper today",
             "condition": {"event": "Product Price Dropped", "is": {"atLeast": 1}, "within": "P1D"}}
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
        "/api/v1/templates/cheaper",
        JSON.createObjectNode()
            .put("channel", "email")
            .put(
                "subject",
                "{{ recommendations[0].name }} is {{ recommendations[0].price }} {{ recommendations[0].currency }} now")
            .put(
                "body",
                """
                {% for item in recommendations %}
                <p><a href="{{ item.link }}">{{ item.name }}</a>: {{ item.price }} {{ item.currency }} instead of {{ item.previous_price }}</p>
                {% endfor %}
                """)
            .set(
                "recommendations",
                JSON.readTree(
                    """
                    {"strategy": "price-drops", "rules": {"inStock": true}, "limit": 3, "atLeast": 1}
                    """)));
    api.put(
        "/api/v1/journeys/cheaper",
        JSON.readTree(
            """
            {"name": "Got cheaper", "definition": {
              "start": {"segment": "cheaper", "on": "entered", "reentry": "always"},
              "exits": [{"event": "Order Completed"}],
              "nodes": {
                "mail": {"type": "message", "channel": "email", "template": "cheaper", "topic": "offers", "ttl": "P1D", "next": "end"},
                "end": {"type": "exit"}}}}
            """));
    api.post("/api/v1/journeys/cheaper/publish", JSON.createObjectNode());
  }

  private static ObjectNode viewed(String user, String product) {
    var event = JSON.createObjectNode();
    event.put("type", "track").put("messageId", "viewed-" + user).put("userId", user);
    event.put("event", "Product Viewed").putObject("properties").put("product_id", product);
    return event;
  }

  /** Once it is a recommendation, the interest that is recorded with it is as well. */
  private static void awaitViewed(PublicApi api, String user) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() ->
            api.get("/api/v1/recommendations/recently-viewed?profile=user_id:" + user)
                    .path("items")
                    .size()
                == 1);
  }

  private static void costs(PublicApi api, String product, int pounds) {
    var told = JSON.createArrayNode();
    told.addObject()
        .put("id", product)
        .put("name", product.substring(0, 1).toUpperCase(Locale.ROOT) + product.substring(1))
        .put("price", pounds)
        .put("currency", "GBP")
        .put("stock", 5)
        .put("url", "https://shop.example.com/" + product);
    api.put("/api/v1/catalog/products", told);
    var known = "/api/v1/catalog/products/" + product;
    await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(() -> api.get(known).path("price").asInt() == pounds);
  }

  private static List<JsonNode> mails(String to) {
    var mails = new ArrayList<JsonNode>();
    for (var mail : mailbox().get("/api/messages?limit=1000").path("messages")) {
      if (mail.path("to").toString().contains(to)) {
        mails.add(mail);
      }
    }
    return mails;
  }

  private static String body(JsonNode mail) {
    return mailbox().get("/api/messages/" + mail.path("id").asLong()).path("html").asText();
  }

  private static PublicApi mailbox() {
    return PublicApi.managing(JSON, stack.mailbox(), "none-needed");
  }
}
