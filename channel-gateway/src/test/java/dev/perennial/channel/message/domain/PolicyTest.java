package dev.perennial.channel.message.domain;

import static dev.perennial.channel.message.domain.Policy.BAD_ADDRESS;
import static dev.perennial.channel.message.domain.Policy.BEHIND;
import static dev.perennial.channel.message.domain.Policy.ERASED;
import static dev.perennial.channel.message.domain.Policy.EXPIRED;
import static dev.perennial.channel.message.domain.Policy.NO_ADDRESS;
import static dev.perennial.channel.message.domain.Policy.RETIRED;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.channel.contact.domain.Consents;
import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.Contact.State;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.Subscription;
import dev.perennial.channel.message.domain.Decision.Refuse;
import dev.perennial.channel.message.domain.Decision.Send;
import dev.perennial.channel.message.domain.Decision.Wait;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final UUID ID = UUID.fromString("018f0000-0000-7000-8000-000000000001");
  private static final ContactKey ANN = new ContactKey("shop", ID);
  private static final boolean YES = true;
  private static final boolean NO = false;

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decides(String name, Policy policy, Request request, Contact contact, Decision expected) {
    assertEquals(expected, policy.decide(request, contact, NOW));
  }

  static Stream<Arguments> cases() {
    var implied = new Policy(false);
    var explicit = new Policy(true);
    var request = request("email", "offers", 5, NOW.plusSeconds(60));
    var stale = request("email", "offers", 5, NOW);
    var receipt = request("email", "", 5, NOW.plusSeconds(60));
    return Stream.of(
        row("goes when nothing forbids it", implied, request, contact(5), new Send()),
        row("goes once the profile is ahead", implied, request, contact(9), new Send()),
        row("waits for activity", implied, request, contact(4), new Wait(BEHIND)),
        row("does not wait for ever", implied, stale, contact(4), new Refuse(EXPIRED)),
        row("is stale at its expiry", implied, stale, contact(5), new Refuse(EXPIRED)),
        row("erased comes first", implied, stale, gone(State.ERASED), new Refuse(ERASED)),
        row("merged is told apart", implied, request, gone(State.RETIRED), new Refuse(RETIRED)),
        row("no address", implied, request, at(Map.of()), new Refuse(NO_ADDRESS)),
        row("no text", implied, request, at(Map.of("email", 7)), new Refuse(NO_ADDRESS)),
        row(
            "two recipients in one",
            implied,
            request,
            at(Map.of("email", "a@example.com,b@example.com")),
            new Refuse(BAD_ADDRESS)),
        row(
            "a line too much",
            implied,
            request,
            at(Map.of("email", "a@example.com\r\nBcc: b@example.com")),
            new Refuse(BAD_ADDRESS)),
        row(
            "another channel",
            implied,
            request("sms", "offers", 5, NOW.plusSeconds(60)),
            contact(5),
            new Refuse("channel sms is not available")),
        row(
            "unsubscribed from the topic",
            implied,
            request,
            said("email", "offers", NO),
            new Refuse("unsubscribed from email/offers")),
        row(
            "unsubscribed from every topic",
            implied,
            request,
            said("email", "*", NO),
            new Refuse("unsubscribed from email/*")),
        row(
            "unsubscribed from every channel",
            implied,
            request,
            said("*", "*", NO),
            new Refuse("unsubscribed from */*")),
        row(
            "unsubscribed from another topic",
            implied,
            request,
            said("email", "news", NO),
            new Send()),
        row("unsubscribed from texts", implied, request, said("sms", "*", NO), new Send()),
        row("a receipt goes anyway", implied, receipt, said("*", "*", NO), new Send()),
        row(
            "consent comes before expiry",
            implied,
            stale,
            said("email", "*", NO),
            new Refuse("unsubscribed from email/*")),
        row(
            "explicit needs a yes",
            explicit,
            request,
            contact(5),
            new Refuse("no consent to email/offers")),
        row("explicit has a yes", explicit, request, said("email", "offers", YES), new Send()),
        row("explicit has a yes to all", explicit, request, said("email", "*", YES), new Send()),
        row(
            "explicit has a yes to another",
            explicit,
            request,
            said("email", "news", YES),
            new Refuse("no consent to email/offers")),
        row("explicit lets a receipt go", explicit, receipt, contact(5), new Send()));
  }

  private static Arguments row(
      String name, Policy policy, Request request, Contact contact, Decision expected) {
    return Arguments.of(name, policy, request, contact, expected);
  }

  private static Request request(String channel, String topic, long revision, Instant expiresAt) {
    return new Request(
        new MessageKey("shop", ID),
        ANN,
        revision,
        new Subscription(channel, topic),
        "win-back",
        NOW.minusSeconds(60),
        expiresAt,
        new Request.Cause("", 0, "", ""),
        "",
        0);
  }

  private static Contact contact(long revision) {
    return contact(revision, State.ACTIVE, Map.of("email", "ann@example.com"), Consents.NONE);
  }

  private static Contact gone(State state) {
    return contact(1, state, Map.of(), Consents.NONE);
  }

  private static Contact at(Map<String, Object> traits) {
    return contact(5, State.ACTIVE, traits, Consents.NONE);
  }

  private static Contact said(String channel, String topic, boolean subscribed) {
    var consents = new Consents(Map.of(new Subscription(channel, topic), subscribed));
    return contact(5, State.ACTIVE, Map.of("email", "ann@example.com"), consents);
  }

  private static Contact contact(
      long revision, State state, Map<String, Object> traits, Consents consents) {
    return new Contact(ANN, revision, state, traits, List.of(), consents);
  }
}
