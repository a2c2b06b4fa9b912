package dev.perennial.channel.contact.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.channel.contact.domain.ContactChange.Consented;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ConsentsTest {

  private static final Subscription OFFERS = new Subscription("email", "offers");
  private static final Subscription ALL = new Subscription("email", "*");

  @Test
  void theLastWordOnASubscriptionCounts() {
    var consents = Consents.NONE.with(live(OFFERS, false)).with(live(OFFERS, true));
    assertTrue(consents.allows(OFFERS));
  }

  @Test
  void aYesToOneTopicDoesNotUndoANoToAll() {
    var consents = Consents.NONE.with(live(ALL, false)).with(live(OFFERS, true));
    assertEquals(ALL, consents.refusal(OFFERS).orElseThrow());
  }

  @Test
  void aYesOfAnAbsorbedProfileDoesNotUndoANo() {
    var consents = Consents.NONE.with(live(OFFERS, false)).with(new Consented(OFFERS, true, true));
    assertTrue(consents.refusal(OFFERS).isPresent());
  }

  @Property
  void nobodyWhoseLastWordToAllWasNoIsEverAllowed(@ForAll("words") List<Consented> words) {
    var consents = after(words).with(live(new Subscription("*", "*"), false));
    for (var word : words) {
      assertFalse(consents.allows(word.subscription()));
    }
  }

  @Property
  void whoIsAllowedIsNeverRefused(@ForAll("words") List<Consented> words) {
    var consents = after(words);
    for (var word : words) {
      assertFalse(
          consents.allows(word.subscription())
              && consents.refusal(word.subscription()).isPresent());
    }
  }

  @Property
  void theWordsOfAnAbsorbedProfileOnlyEverForbidMore(
      @ForAll("words") List<Consented> before, @ForAll("words") List<Consented> absorbed) {
    var own = after(before);
    var merged = own;
    for (var word : absorbed) {
      merged = merged.with(new Consented(word.subscription(), word.subscribed(), true));
    }
    for (var word : before) {
      if (own.refusal(word.subscription()).isPresent()) {
        assertTrue(merged.refusal(word.subscription()).isPresent());
      }
    }
  }

  @Provide
  Arbitrary<List<Consented>> words() {
    return Combinators.combine(
            Arbitraries.of("email", "sms", "*"),
            Arbitraries.of("offers", "news", "*"),
            Arbitraries.of(true, false))
        .as((channel, topic, yes) -> live(new Subscription(channel, topic), yes))
        .list()
        .ofMaxSize(8);
  }

  private static Consents after(List<Consented> words) {
    var consents = Consents.NONE;
    for (var word : words) {
      consents = consents.with(word);
    }
    return consents;
  }

  private static Consented live(Subscription subscription, boolean subscribed) {
    return new Consented(subscription, subscribed, false);
  }
}
