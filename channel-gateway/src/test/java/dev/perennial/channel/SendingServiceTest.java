package dev.perennial.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.channel.v1.Accounts;
import dev.perennial.contracts.channel.v1.GetMessageStatsRequest;
import dev.perennial.contracts.channel.v1.ListMessagesRequest;
import dev.perennial.contracts.channel.v1.Message;
import dev.perennial.contracts.channel.v1.MessageStats;
import dev.perennial.contracts.channel.v1.MessageStatus;
import dev.perennial.contracts.channel.v1.Messages;
import dev.perennial.contracts.channel.v1.Templates;
import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.events.v1.EventType;
import dev.perennial.contracts.events.v1.Source;
import dev.perennial.localstack.StackResource;
import io.quarkus.grpc.GrpcClient;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = ChannelTestResource.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "channel"))
class SendingServiceTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @Inject Pool pool;

  @GrpcClient("channel")
  Templates templates;

  @GrpcClient("channel")
  Accounts accounts;

  @GrpcClient("channel")
  Messages messages;

  @ConfigProperty(name = "kafka.bootstrap.servers")
  String brokers;

  private final GreenMail mailbox = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private Producer<String, byte[]> kafka;

  @BeforeEach
  void start() {
    mailbox.start();
    kafka =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", brokers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  @AfterEach
  void stop() {
    kafka.close();
    mailbox.stop();
  }

  @Test
  void aRequestThatComesTwiceIsOneMailWithWhatTheCustomerMayLike() throws Exception {
    var shop = shop(true);
    var id = UUID.randomUUID();
    shop.asks(id, 2);
    shop.asks(id, 2);
    shop.awaits(id, MessageStatus.SENT);
    shop.awaits(shop.asks(), MessageStatus.SENT);

    var mails = shop.inbox(mailbox);
    assertEquals(2, mails.size());
    var mail = mails.getFirst();
    assertEquals("We miss you, Ann & Bob", mail.getSubject());
    assertEquals("<" + id + "@example.com>", mail.getMessageID());
    assertEquals(
        "<p>Hello Ann &amp; Bob</p>[RED &lt;MUG&gt;|12|tea][BLUE &lt;MUG&gt;|12|tea]",
        mail.getContent().toString().strip());
    assertEquals(MessageStats.newBuilder().setSent(2).build(), stats(shop));
  }

  @Test
  void whatBecameOfAMessageComesBackAsOneEventOfTheCustomer() {
    var shop = shop(false);
    var id = shop.asks();
    shop.awaits(id, MessageStatus.SENT);
    var event = onlyEvent(shop);
    assertEquals("Email Sent", event.getName());
    assertEquals(EventType.TRACK, event.getType());
    assertEquals(shop.workspace, event.getUserId());
    assertEquals(id + ":sent", event.getMessageId());
    assertEquals(Source.OUTCOME, event.getSource());
    assertEquals(2, event.getHops());
    assertTrue(event.getProperties().contains("\"journey\":\"win-back-journey\""));
  }

  @Test
  void anUnsubscribeBeforeTheSendStopsItAndTheReasonSaysSo() {
    var shop = shop(false);
    shop.unsubscribes("*");
    var refused = shop.awaits(shop.asks(), MessageStatus.REFUSED);
    assertEquals("unsubscribed from email/*", refused.getReason());
    assertEquals(List.of(), shop.inbox(mailbox));
  }

  @Test
  void aRequestWaitsForTheActivityThatItIsBasedOn() {
    var shop = shop(false);
    var id = shop.asks(3);
    await().atMost(SOON).until(() -> reason(shop, id).startsWith("waits"));
    assertEquals(List.of(), shop.inbox(mailbox));
    shop.traits("{\"plan\":\"gold\"}");
    shop.awaits(id, MessageStatus.SENT);
  }

  @Test
  void whatADeadSenderMayHaveSentIsUnknownAndNotSentAgain() {
    var shop = shop(false);
    var id = claimedByADeadSender(shop, true);
    var unknown = shop.awaits(id, MessageStatus.UNKNOWN);
    assertEquals("the sender died before it could say", unknown.getReason());
    shop.awaits(shop.asks(), MessageStatus.SENT);
    assertEquals(1, shop.inbox(mailbox).size());
  }

  @Test
  void whatADeadSenderHasNotHandedOverIsSentByAnother() {
    var shop = shop(false);
    shop.awaits(claimedByADeadSender(shop, false), MessageStatus.SENT);
    assertEquals(1, shop.inbox(mailbox).size());
  }

  private UUID claimedByADeadSender(Shop shop, boolean handedOver) {
    var id = shop.asks(1_000);
    await().atMost(SOON).until(() -> reason(shop, id).startsWith("waits"));
    pool.preparedQuery(
            """
            update message set status = 'SENDING', claimed_by = $2, handed_over = $3,
              claimed_at = now() - interval '10 min', revision = 0, due_at = now()
            where message_id = $1
            """)
        .execute(Tuple.of(id, UUID.randomUUID(), handedOver))
        .await()
        .atMost(SOON);
    return id;
  }

  @Test
  void aMailServerThatWasAwayGetsTheMailOnce() {
    var setup = new ServerSetup(ChannelTestResource.freePort(), "127.0.0.1", "smtp");
    var shop = new Shop(kafka, messages).open(accounts, templates, setup.getPort(), false);
    var id = shop.asks();
    await().atMost(SOON).until(() -> reason(shop, id).equals("the mail server cannot be reached"));
    var late = new GreenMail(setup);
    late.start();
    try {
      shop.awaits(id, MessageStatus.SENT);
      assertEquals(1, shop.inbox(late).size());
    } finally {
      late.stop();
    }
  }

  @Test
  void aMessageWaitsForItsRecommendationsRatherThanGoingWithout() throws Exception {
    var shop = shop(true);
    FakeRecommendations.AWAY_FOR.add(shop.workspace);
    var id = shop.asks();
    await().atMost(SOON).until(() -> reason(shop, id).equals("recommendations are not available"));
    assertEquals(List.of(), shop.inbox(mailbox));
    FakeRecommendations.AWAY_FOR.clear();
    shop.awaits(id, MessageStatus.SENT);
    assertTrue(shop.inbox(mailbox).getFirst().getContent().toString().contains("RED"));
  }

  @Test
  void aMessageWhoseRecommendationsAreRefusedFailsAtOnceWithTheReason() {
    var shop = shop(true);
    FakeRecommendations.REFUSED_FOR.add(shop.workspace);
    var failed = shop.awaits(shop.asks(), MessageStatus.FAILED);
    assertEquals("recommendations are refused: /strategy goes by products", failed.getReason());
    assertEquals(List.of(), shop.inbox(mailbox));
  }

  @Test
  void aMessageWithTooLittleToShowIsTriedForSomeSecondsAndThenFails() {
    var shop =
        new Shop(kafka, messages)
            .withAtLeast(3)
            .open(accounts, templates, mailbox.getSmtp().getPort(), true);
    var reason = "found 2 products to show, of at least 3";
    var fresh = shop.asks();
    await().atMost(SOON).until(() -> reason(shop, fresh).equals(reason));
    assertEquals(MessageStatus.QUEUED, shop.message(fresh).getStatus());
    var old = UUID.randomUUID();
    shop.asks(old, 2, Instant.now().minusSeconds(60));
    assertEquals(reason, shop.awaits(old, MessageStatus.FAILED).getReason());
    assertEquals(List.of(), shop.inbox(mailbox));
  }

  @Test
  void aLongAnswerOfTheRecommendationsIsTakenAsAShortOneIs() throws Exception {
    var shop = new Shop(kafka, messages);
    FakeRecommendations.LONG_FOR.add(shop.workspace);
    shop.open(accounts, templates, mailbox.getSmtp().getPort(), true);
    shop.awaits(shop.asks(), MessageStatus.SENT);
    assertTrue(shop.inbox(mailbox).getFirst().getContent().toString().contains("RED"));
  }

  @Test
  void anErasedPersonGetsNothingMoreAndNothingIsKeptOfThem() {
    var shop = shop(false);
    var waiting = shop.asks(4);
    await().atMost(SOON).until(() -> reason(shop, waiting).startsWith("waits"));
    shop.isErased();
    assertEquals("erased", shop.awaits(waiting, MessageStatus.REFUSED).getReason());
    assertEquals("erased", shop.awaits(shop.asks(), MessageStatus.REFUSED).getReason());
    var kept =
        pool.preparedQuery(
                """
                select document, (select string_agg(variables, '') from message m
                  where m.profile_id = c.profile_id and m.message_id = $2) as variables
                from contact c where profile_id = $1
                """)
            .execute(Tuple.of(shop.profile, waiting))
            .await()
            .atMost(SOON)
            .iterator()
            .next();
    assertEquals("{\"traits\":{},\"identifiers\":[],\"consents\":[]}", kept.getString("document"));
    assertEquals("", kept.getString("variables"));
  }

  private Shop shop(boolean recommends) {
    return new Shop(kafka, messages)
        .open(accounts, templates, mailbox.getSmtp().getPort(), recommends);
  }

  /** Empty while the request has not arrived. */
  private String reason(Shop shop, UUID id) {
    return messages
        .listMessages(
            ListMessagesRequest.newBuilder()
                .setWorkspace(shop.workspace)
                .setProfileId(shop.profile.toString())
                .build())
        .await()
        .atMost(SOON)
        .getMessagesList()
        .stream()
        .filter(message -> message.getMessageId().equals(id.toString()))
        .map(Message::getReason)
        .findFirst()
        .orElse("");
  }

  private MessageStats stats(Shop shop) {
    var request =
        GetMessageStatsRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setJourney("win-back-journey")
            .build();
    return messages.getMessageStats(request).await().atMost(SOON);
  }

  private AcceptedEvent onlyEvent(Shop shop) {
    var found = new ArrayList<AcceptedEvent>();
    try (var consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", brokers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.EVENTS_ACCEPTED).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      await()
          .atMost(SOON)
          .until(() -> {
            for (var record : consumer.poll(Duration.ofMillis(200))) {
              var event = AcceptedEvent.parseFrom(record.value());
              if (event.getWorkspace().equals(shop.workspace)) {
                found.add(event);
              }
            }
            return !found.isEmpty();
          });
    }
    assertEquals(1, found.size());
    return found.getFirst();
  }
}
