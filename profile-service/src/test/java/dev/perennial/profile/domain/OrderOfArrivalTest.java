package dev.perennial.profile.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.profile.domain.Activity.EventRecorded;
import dev.perennial.profile.domain.Activity.IdentifiersChanged;
import dev.perennial.profile.domain.CustomerEvent.Content;
import dev.perennial.profile.domain.CustomerEvent.Deed;
import dev.perennial.profile.domain.CustomerEvent.Happened;
import dev.perennial.profile.domain.CustomerEvent.Source;
import dev.perennial.profile.domain.CustomerEvent.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** The same events, none in conflict with another, make the same person in whatever order. */
class OrderOfArrivalTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  /** What is left of a person when ids and revisions, which depend on the order, are taken away. */
  private record Portrait(
      Set<Identifier> identifiers,
      Traits traits,
      Map<Consent.Subject, Boolean> consents,
      Seen seen,
      Spending spending,
      Set<String> history) {}

  /** Everyone known, in memory, with merges as the service does them. */
  private static final class World {

    private final Identities identities = new Identities(IdentityRules.DEFAULT, List.of(), START);
    private final Map<Person, Profile> profiles = new HashMap<>();
    private final Map<Person, Set<String>> histories = new HashMap<>();

    void take(CustomerEvent event) {
      var person = identities.resolve(event.identifiers()).orElseThrow().person();
      for (var other : List.copyOf(profiles.keySet())) {
        if (!other.equals(person) && other.canonical().equals(person)) {
          var loser = profiles.remove(other);
          profiles.put(person, profile(person).absorb(loser, List.of(), START).profile());
          history(person).addAll(histories.getOrDefault(other, Set.of()));
        }
      }
      var change = profile(person).record(event, IdentifiersChanged.NONE);
      profiles.put(person, change.profile());
      for (var step : change.steps()) {
        if (step.activity() instanceof EventRecorded(var recorded, var happened)) {
          history(person).add(recorded.messageId() + happened.name());
        }
      }
    }

    Set<Portrait> portraits() {
      var portraits = new HashSet<Portrait>();
      profiles.forEach((person, profile) -> {
        var consents = new HashMap<Consent.Subject, Boolean>();
        profile
            .consents()
            .bySubject()
            .forEach((subject, consent) -> consents.put(subject, consent.subscribed()));
        portraits.add(
            new Portrait(
                person.identifiers(),
                profile.traits(),
                consents,
                profile.seen(),
                profile.spending(),
                history(person)));
      });
      return portraits;
    }

    private Profile profile(Person person) {
      return profiles.getOrDefault(person, Profile.founded(person.key()));
    }

    private Set<String> history(Person person) {
      return histories.computeIfAbsent(person, key -> new HashSet<>());
    }
  }

  @Property(tries = 500)
  void anyOrderEndsInTheSamePeople(
      @ForAll("twoOrders") Tuple.Tuple2<List<CustomerEvent>, List<CustomerEvent>> orders) {
    assertEquals(portraits(orders.get1()), portraits(orders.get2()));
  }

  private static Set<Portrait> portraits(List<CustomerEvent> events) {
    var world = new World();
    events.forEach(world::take);
    return world.portraits();
  }

  @Provide
  Arbitrary<Tuple.Tuple2<List<CustomerEvent>, List<CustomerEvent>>> twoOrders() {
    return event()
        .list()
        .ofMinSize(1)
        .ofMaxSize(12)
        .map(OrderOfArrivalTest::numbered)
        .flatMap(events -> Arbitraries.shuffle(events).map(other -> Tuple.of(events, other)));
  }

  /** Two people who share no identifier, each with one user id and at most five of a kind. */
  private static Arbitrary<CustomerEvent> event() {
    return Arbitraries.of("ann", "bob")
        .flatMap(name ->
            Combinators.combine(identifiers(name), Arbitraries.integers().between(0, 5), content())
                .as((identifiers, second, content) ->
                    new CustomerEvent(
                        "shop",
                        "",
                        identifiers,
                        START.plusSeconds(second),
                        START.plusSeconds(second),
                        Source.API,
                        0,
                        at(content, START.plusSeconds(second)))));
  }

  private static Arbitrary<List<Identifier>> identifiers(String name) {
    var all = new ArrayList<Identifier>();
    all.add(new Identifier("shop", Identifier.USER_ID, name));
    all.add(new Identifier("shop", Identifier.EMAIL, name + "@example.com"));
    for (int i = 0; i < 4; i++) {
      all.add(new Identifier("shop", Identifier.ANONYMOUS_ID, name + i));
    }
    return Arbitraries.of(all).list().ofMinSize(1).ofMaxSize(3).uniqueElements();
  }

  private static Arbitrary<Content> content() {
    var traits =
        Combinators.combine(
                Arbitraries.of("country", "vip"), Arbitraries.of("1", "2", "3").injectNull(0.2))
            .as((name, json) ->
                (Content) new Told(new Traits(Map.of(name, new Trait(json, START)))));
    var orders =
        Arbitraries.longs()
            .between(-5, 5)
            .map(micros ->
                (Content)
                    new Happened(
                        Deed.TRACK,
                        "Order Completed",
                        "{}",
                        new Commerce(Commerce.Kind.ORDER, "", "", "", micros, "", List.of()),
                        null));
    // A person who contradicts themselves on two profiles is a conflict: the stricter word wins.
    var consents =
        Arbitraries.of("email", "sms")
            .map(channel ->
                (Content)
                    new Happened(
                        Deed.TRACK,
                        "Subscribed",
                        "{}",
                        null,
                        new Consent(
                            new Consent.Subject(channel, Consent.ANY), true, START, "event")));
    return Arbitraries.oneOf(traits, orders, consents);
  }

  private static Content at(Content content, Instant instant) {
    return switch (content) {
      case Told(var traits) -> {
        var dated = new HashMap<String, Trait>();
        traits.byName().forEach((name, trait) -> dated.put(name, new Trait(trait.json(), instant)));
        yield new Told(new Traits(dated));
      }
      default -> content;
    };
  }

  private static List<CustomerEvent> numbered(List<CustomerEvent> events) {
    var numbered = new ArrayList<CustomerEvent>();
    for (var event : events) {
      numbered.add(
          new CustomerEvent(
              event.workspace(),
              "m" + numbered.size(),
              event.identifiers(),
              event.occurredAt(),
              event.receivedAt(),
              event.source(),
              event.hops(),
              event.content()));
    }
    return numbered;
  }
}
