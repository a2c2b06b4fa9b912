package dev.perennial.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Runs the demo against a stack that is up. */
public final class Demo {

  /** For this long the platform drops events that it has seen; see profile-service. */
  private static final Duration SENT_AGAIN_COUNTS_ONCE = Duration.ofHours(24);

  /**
   * A count that stands still for so long is complete; what is sent twice would be counted within
   * it.
   */
  private static final Duration SETTLED = Duration.ofSeconds(3);

  private final ObjectMapper json =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private final Clock clock = Clock.systemUTC();
  private final PrintStream out = System.out;
  private final Progress progress = new Progress(out, Duration.ofMinutes(2));
  private final Settings settings;

  private Demo(Settings settings) {
    this.settings = settings;
  }

  /** Takes its settings from the environment; see {@link Settings}. */
  public static void main(String[] args) throws IOException {
    try {
      System.exit(new Demo(Settings.of(System.getenv())).run() == 0 ? 0 : 1);
    } catch (DemoFailure e) {
      System.err.println("demo: " + e.getMessage());
      System.exit(1);
    }
  }

  private int run() throws IOException {
    var operator = PublicApi.managing(json, settings.gateway(), settings.adminKey());
    var shop = new Shop(json, operator);
    var openedAt = shop.open();
    var writeKey = shop.newKey("write");
    var api = PublicApi.managing(json, settings.gateway(), shop.newKey("secret"));
    var invoices = OnlineRetail.invoicesEndingOn(lastDay(openedAt));
    progress.say("Read %,d invoices, moved to end yesterday".formatted(invoices.size()));

    importEvents(invoices, writeKey, openedAt);
    awaitProfiles(api, invoices.size());
    progress.say("Defining %d segments".formatted(Shop.SEGMENTS.size()));
    shop.defineSegments(api);
    var segments = Shop.SEGMENTS.stream().map(segment -> awaitSegment(api, segment)).toList();
    awaitRecommendations(api);
    progress.say("Starting the journey " + Shop.JOURNEY);
    shop.startJourney(api, settings.smtpHost(), settings.smtpPort());
    var mailbox = new Mailbox(json, settings.mailbox());
    awaitMessages(api, mailbox);
    progress.say("Done");
    return summary(api, invoices, segments, mailbox, writeKey);
  }

  /** The day before the workspace was opened, so that a later run sends the same events. */
  private static LocalDate lastDay(Instant openedAt) {
    return LocalDate.ofInstant(openedAt, ZoneOffset.UTC).minusDays(1);
  }

  private void importEvents(List<Invoice> invoices, String writeKey, Instant openedAt) {
    if (clock.instant().isAfter(openedAt.plus(SENT_AGAIN_COUNTS_ONCE))) {
      progress.say("The shop was sent on %s and is not sent again".formatted(openedAt));
      return;
    }
    var writer = PublicApi.writing(json, settings.gateway(), writeKey);
    long customers = invoices.stream().flatMap(i -> i.customer().stream()).distinct().count();
    long total = invoices.size() + customers;
    progress.say("Sending %,d events to %s/v1/batch".formatted(total, settings.gateway()));
    new Import(json, writer, clock, progress).send(new ShopEvents(json).of(invoices), total);
  }

  private void awaitProfiles(PublicApi api, int invoices) {
    progress.say("Waiting for the profiles");
    var still = new StandsStill(SETTLED);
    progress.await(
        "invoices recorded", () -> recorded(commerce(api)), n -> still.holds(n) && n >= invoices);
  }

  private static JsonNode commerce(PublicApi api) {
    return api.get("/api/v1/metrics/commerce");
  }

  private static long recorded(JsonNode commerce) {
    return commerce.path("ordersCompleted").asLong()
        + commerce.path("ordersRefunded").asLong()
        + commerce.path("balancesAdjusted").asLong();
  }

  private JsonNode awaitSegment(PublicApi api, String segment) {
    var path = "/api/v1/segments/" + segment;
    progress.await(
        "segment " + segment,
        () -> api.get(path).path("state").asText() + ", " + api.get(path).path("size").asLong(),
        state -> state.startsWith("LIVE"));
    return api.get(path);
  }

  /** The counts follow the stream within a second; they are complete once they stand still. */
  private void awaitRecommendations(PublicApi api) {
    progress.say("Waiting for the counts of pairs");
    var still = new StandsStill(SETTLED);
    progress.await(
        "orders counted",
        () -> api.get("/api/v1/recommendations/pairs?limit=1").path("orders").asLong(),
        still::holds);
  }

  private void awaitMessages(PublicApi api, Mailbox mailbox) {
    var path = "/api/v1/journeys/" + Shop.JOURNEY + "/stats";
    progress.await(
        "runs of the journey",
        () -> api.get(path),
        stats -> !stats.path("enrolling").asBoolean() && stats.path("runsActive").asLong() == 0);
    long asked = api.get(path).path("messagesRequested").asLong();
    progress.await("mails delivered", mailbox::size, size -> size >= asked);
  }

  private int summary(
      PublicApi api,
      List<Invoice> invoices,
      List<JsonNode> segments,
      Mailbox mailbox,
      String writeKey) {
    var file = ShopFigures.of(invoices, clock.instant());
    var summary = new Summary(out);
    summary.commerce(commerce(api), file);
    summary.title("Segments (GET /api/v1/segments/…)");
    segments.forEach(segment ->
        summary.segment(segment, file.segments().getOrDefault(segment.path("key").asText(), -1L)));
    summary.pairs(api.get("/api/v1/recommendations/pairs?limit=5"));
    summary.title("Recommendations (GET /api/v1/recommendations/…)");
    new Recommended(json, api, out).show();
    var mails = mailbox.mails();
    long members = api.get("/api/v1/segments/" + Shop.STARTING_SEGMENT).path("size").asLong();
    summary.mails(members, mails.size(), Mailbox.people(mails));
    mails.stream().findFirst().ifPresent(m -> summary.mail(mailbox.mail(m.path("id").asText())));
    summary.title("Go on");
    out.printf(
        """
          All mails: %s
          Send an event of your own:
            curl -u %s: %s/v1/track -d '{"userId": "17850", "event": "Product Viewed"}'
        """,
        mailbox.address(), writeKey, settings.gateway());
    return summary.wrong();
  }
}
