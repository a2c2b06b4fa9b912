package dev.perennial.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Timestamp;
import com.icegreen.greenmail.util.GreenMail;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.channel.v1.Accounts;
import dev.perennial.contracts.channel.v1.GetMessageRequest;
import dev.perennial.contracts.channel.v1.Message;
import dev.perennial.contracts.channel.v1.MessageRequest;
import dev.perennial.contracts.channel.v1.MessageStatus;
import dev.perennial.contracts.channel.v1.Messages;
import dev.perennial.contracts.channel.v1.PutAccountRequest;
import dev.perennial.contracts.channel.v1.PutTemplateRequest;
import dev.perennial.contracts.channel.v1.TemplateRecommendations;
import dev.perennial.contracts.channel.v1.Templates;
import dev.perennial.contracts.profile.v1.ConsentChanged;
import dev.perennial.contracts.profile.v1.ConsentStatus;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.IdentifiersChanged;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileErased;
import dev.perennial.contracts.profile.v1.TraitsChanged;
import io.grpc.StatusRuntimeException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A workspace of its own for a test, with one customer. */
final class Shop {

  private static final Duration SOON = Duration.ofSeconds(20);

  final String workspace = "shop-" + UUID.randomUUID().toString().substring(0, 8);
  final UUID profile = UUID.randomUUID();
  final String email = workspace + "@example.com";
  private final Producer<String, byte[]> kafka;
  private final Messages messages;
  private long revision;
  private int atLeast;

  Shop(Producer<String, byte[]> kafka, Messages messages) {
    this.kafka = kafka;
    this.messages = messages;
  }

  /** Messages with recommendations go with so many only. */
  Shop withAtLeast(int products) {
    atLeast = products;
    return this;
  }

  /** With an account, a template and a customer with a name and an address. */
  Shop open(Accounts accounts, Templates templates, int smtpPort, boolean recommends) {
    accounts.putAccount(account(smtpPort)).await().atMost(SOON);
    var template =
        PutTemplateRequest.newBuilder()
            .setWorkspace(workspace)
            .setKey("win-back")
            .setChannel("email")
            .setSubject("We miss you, {{ profile.first_name }}")
            .setBody(
                "<p>Hello {{ profile.first_name }}</p>"
                    + "{% for r in recommendations %}[{{ r.name }}|{{ r.evidence.pair_orders }}|{{ r.evidence.seed_name }}]{% endfor %}");
    if (recommends) {
      template.setRecommendations(
          TemplateRecommendations.newBuilder()
              .setStrategy("frequently-bought-together")
              .setLimit(3)
              .setAtLeast(atLeast));
    }
    templates.putTemplate(template.build()).await().atMost(SOON);
    happens(
        ProfileActivity.newBuilder()
            .setIdentifiersChanged(
                IdentifiersChanged.newBuilder()
                    .addAdded(Identifier.newBuilder().setType("user_id").setValue(workspace))));
    traits("{\"first_name\":\"Ann & Bob\",\"email\":\"" + email + "\"}");
    return this;
  }

  PutAccountRequest account(int smtpPort) {
    return PutAccountRequest.newBuilder()
        .setWorkspace(workspace)
        .setChannel("email")
        .setProvider("smtp")
        .setFrom("Shop <shop@example.com>")
        .setHost("127.0.0.1")
        .setPort(smtpPort)
        .setSecurity("none")
        .build();
  }

  void traits(String changed) {
    happens(
        ProfileActivity.newBuilder()
            .setTraitsChanged(TraitsChanged.newBuilder().setChanged(changed)));
  }

  void unsubscribes(String topic) {
    happens(
        ProfileActivity.newBuilder()
            .setConsentChanged(
                ConsentChanged.newBuilder()
                    .setChannel("email")
                    .setTopic(topic)
                    .setStatus(ConsentStatus.UNSUBSCRIBED)
                    .setSource("event")));
  }

  void isErased() {
    happens(ProfileActivity.newBuilder().setProfileErased(ProfileErased.getDefaultInstance()));
  }

  private void happens(ProfileActivity.Builder activity) {
    revision++;
    send(
        Topics.PROFILE_ACTIVITY,
        activity
            .setWorkspace(workspace)
            .setProfileId(profile.toString())
            .setRevision(revision)
            .build()
            .toByteArray());
  }

  /** Asks for a message that may go once all that has happened until now is known. */
  UUID asks() {
    return asks(revision);
  }

  UUID asks(long atRevision) {
    var id = UUID.randomUUID();
    asks(id, atRevision);
    return id;
  }

  void asks(UUID id, long atRevision) {
    asks(id, atRevision, Instant.now());
  }

  void asks(UUID id, long atRevision, Instant at) {
    var request =
        MessageRequest.newBuilder()
            .setWorkspace(workspace)
            .setMessageId(id.toString())
            .setProfileId(profile.toString())
            .setRevision(atRevision)
            .setChannel("email")
            .setTemplate("win-back")
            .setTopic("offers")
            .setJourney("win-back-journey")
            .setNode("mail")
            .setVariables("{\"coupon\":\"SECRET-10\"}")
            .setHops(1)
            .setRequestedAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()))
            .build();
    send(Topics.MESSAGE_REQUESTS, request.toByteArray());
  }

  private void send(String topic, byte[] value) {
    // Waiting for each shows a refused record here rather than as a message that never comes.
    var sent = kafka.send(new ProducerRecord<>(topic, profile.toString(), value));
    try {
      sent.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  Message message(UUID id) {
    return messages
        .getMessage(
            GetMessageRequest.newBuilder()
                .setWorkspace(workspace)
                .setMessageId(id.toString())
                .build())
        .await()
        .atMost(SOON);
  }

  Message awaits(UUID id, MessageStatus status) {
    await()
        .atMost(SOON)
        .ignoreExceptionsInstanceOf(StatusRuntimeException.class)
        .untilAsserted(() -> assertEquals(status, message(id).getStatus()));
    return message(id);
  }

  /** The customer's mail. */
  List<MimeMessage> inbox(GreenMail server) {
    return Arrays.stream(server.getReceivedMessages()).filter(this::isHers).toList();
  }

  private boolean isHers(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString().equals(email);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
