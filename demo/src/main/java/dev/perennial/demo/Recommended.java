package dev.perennial.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintStream;
import java.time.Duration;

/**
 * What is recommended, and why, as a client asks for it. The shop's data holds orders only: nobody
 * looked at anything, and no catalog tells of prices or categories.
 */
final class Recommended {

  private static final String BASE = "/api/v1/recommendations/";
  private static final String CAKESTAND = "22423";
  private static final String TEACUP = "22697";
  private static final String HEART = "85123A";
  private static final String CUSTOMER = "15311";
  private static final String COUNTRY = "Germany";

  /**
   * Models are made of all orders some seconds after the last one came; a busy machine is slower.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final ObjectMapper json;
  private final PublicApi api;
  private final PrintStream out;

  Recommended(ObjectMapper json, PublicApi api, PrintStream out) {
    this.json = json;
    this.api = api;
    this.out = out;
  }

  void show() {
    awaitModel();
    together("With a cake stand", "frequently-bought-together?product=" + CAKESTAND);
    together(
        "With a cart of a cake stand and a green teacup",
        "frequently-bought-together?product=%s,%s".formatted(CAKESTAND, TEACUP));
    alike();
    nextBest();
    buyAgain();
    bestSellers();
    bundle();
    whyNot();
  }

  private void awaitModel() {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    long orders = orders("pairs?limit=1");
    long known = orders("bundles?limit=1");
    while (known < orders && System.nanoTime() < deadline) {
      Progress.pause(Duration.ofMillis(250));
      known = orders("bundles?limit=1");
    }
    say(
        "Bundles are of %,d of the %,d orders; the counts beside an item are of this moment."
            .formatted(known, orders));
  }

  private long orders(String path) {
    return api.get(BASE + path).path("orders").asLong();
  }

  private void together(String title, String question) {
    for (var item : items(title, question + "&limit=3")) {
      var why = item.path("evidence");
      line(
          item,
          "in %,d of the %,d orders of %s (support %.1f %%, confidence %.1f %%), lift %.1f (%.1f to %.1f)"
              .formatted(
                  why.path("pairOrders").asLong(),
                  why.path("seedOrders").asLong(),
                  why.path("seedName").asText().strip(),
                  100 * why.path("support").asDouble(),
                  100 * why.path("confidence").asDouble(),
                  why.path("lift").asDouble(),
                  why.path("liftAtLeast").asDouble(),
                  why.path("liftAtMost").asDouble()));
    }
  }

  private void alike() {
    var title = "Like a cake stand, by orders alone: this shop tells of no views and no catalog";
    for (var item : items(title, "similar?product=" + CAKESTAND + "&limit=2")) {
      var why = item.path("evidence");
      line(
          item,
          "%,d orders hold both, cosine %.2f"
              .formatted(why.path("commonOrders").asLong(), why.path("behaviour").asDouble()));
    }
  }

  private void nextBest() {
    nextBest("Next for customer %s, of what they know: the dial at 0", 0);
    nextBest("Next for customer %s, of what is new to them: the dial at 1", 1);
  }

  private void nextBest(String title, int explore) {
    var question = "next-best?explore=%d&limit=2&profile=user_id:%s".formatted(explore, CUSTOMER);
    items(title.formatted(CUSTOMER), question)
        .forEach(item -> line(item, repeatOrExplore(item.path("evidence"))));
  }

  private static String repeatOrExplore(JsonNode why) {
    return why.path("kind").asText().equals("boughtBefore")
        ? "repeat: in %d of their %d orders"
            .formatted(why.path("orders").asLong(), why.path("allOrders").asLong())
        : "explore: %,d of the %,d buyers of %s bought it"
            .formatted(
                why.path("commonBuyers").asLong(),
                why.path("seedBuyers").asLong(),
                why.path("seedName").asText().strip());
  }

  private void buyAgain() {
    var title = "What customer %s will want again".formatted(CUSTOMER);
    for (var item : items(title, "buy-again?limit=2&profile=user_id:" + CUSTOMER)) {
      var why = item.path("evidence");
      line(
          item,
          "bought %d times, every %d days, due on %.10s"
              .formatted(
                  why.path("orders").asLong(),
                  Duration.parse(why.path("interval").asText("PT0S")).toDays(),
                  why.path("dueAt").asText()));
    }
  }

  private void bestSellers() {
    var title = "Best sellers in %s, without postage".formatted(COUNTRY);
    for (var item : items(title, "best-sellers?limit=2&exclude=POST&country=" + COUNTRY)) {
      var why = item.path("evidence");
      line(
          item,
          "%,d orders of the last %d days"
              .formatted(why.path("orders").asLong(), why.path("days").asLong()));
    }
  }

  private void bundle() {
    say("A bundle with a cake stand (bundles)");
    for (var bundle : api.get(BASE + "bundles?limit=1&product=" + CAKESTAND).path("bundles")) {
      for (var product : bundle.path("products")) {
        say("  " + product.path("name").asText().strip());
      }
      say(
          "  %,d orders hold all of them, lift %.1f"
              .formatted(bundle.path("bundleOrders").asLong(), bundle.path("lift").asDouble()));
    }
  }

  private void whyNot() {
    var question = json.createObjectNode().put("productId", HEART);
    question
        .putObject("request")
        .put("strategy", "frequently-bought-together")
        .put("limit", 3)
        .putArray("productIds")
        .add(CAKESTAND);
    var answer = api.post(BASE + "explain", question);
    var link = answer.path("links").path(0);
    var why = link.path("evidence");
    say("Why not a white heart with a cake stand? (POST …/explain)");
    say(
        "  %s, place %d: score %.3f, the last one shown has %.3f; in %,d of the %,d orders"
            .formatted(
                answer.path("verdict").asText(),
                answer.path("position").asLong(),
                link.path("score").asDouble(),
                answer.path("lastShownScore").asDouble(),
                why.path("pairOrders").asLong(),
                why.path("seedOrders").asLong()));
  }

  private JsonNode items(String title, String question) {
    say("%s (%s)".formatted(title, question.replaceFirst("[?].*", "")));
    return api.get(BASE + question).path("items");
  }

  private void line(JsonNode item, String why) {
    say("  %-36s %s".formatted(item.path("name").asText().strip(), why));
  }

  private void say(String line) {
    out.println("  " + line);
  }
}
