package dev.perennial.channel.contact.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.channel.contact.domain.Contact.State;
import dev.perennial.channel.contact.domain.ContactChange.Ended;
import dev.perennial.channel.contact.domain.ContactChange.Identified;
import dev.perennial.channel.contact.domain.ContactChange.Nothing;
import dev.perennial.channel.contact.domain.ContactChange.TraitsSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ContactTest {

  private static final ContactKey ANN = new ContactKey("shop", new UUID(1, 2));
  private static final Identifier VISITOR = new Identifier("anonymous_id", "a-1");
  private static final Identifier MAIL = new Identifier("email", "ann@example.com");
  private static final Identifier CUSTOMER = new Identifier("user_id", "12345");

  @Test
  void traitsAreSetAndTakenAway() {
    var contact =
        after(
            new TraitsSet(Map.of("email", " ann@example.com ", "plan", "gold"), Set.of()),
            new TraitsSet(Map.of("plan", "blue"), Set.of("city")),
            new TraitsSet(Map.of(), Set.of("plan")));
    assertEquals(Optional.of("ann@example.com"), contact.email());
    assertEquals(Set.of("email"), contact.traits().keySet());
    assertEquals(3, contact.revision());
  }

  @Test
  void eventsAreAddressedByTheBestIdentifier() {
    assertEquals(Optional.empty(), after(new Nothing()).address());
    assertEquals(Optional.of(MAIL), after(added(MAIL)).address());
    assertEquals(Optional.of(VISITOR), after(added(MAIL), added(VISITOR)).address());
    assertEquals(Optional.of(CUSTOMER), after(added(VISITOR), added(CUSTOMER)).address());
  }

  @Test
  void anIdentifierThatWentIsUsedNoMore() {
    var gone = new Identified(List.of(), List.of(CUSTOMER));
    assertEquals(Optional.of(VISITOR), after(added(VISITOR), added(CUSTOMER), gone).address());
  }

  @Test
  void nothingPersonalIsLeftOfAnErasedProfile() {
    var contact =
        after(
            new TraitsSet(Map.of("email", "ann@example.com"), Set.of()),
            added(CUSTOMER),
            new ContactChange.Consented(new Subscription("email", "*"), false, false),
            new Ended(State.ERASED));
    assertEquals(new Contact(ANN, 4, State.ERASED, Map.of(), List.of(), Consents.NONE), contact);
  }

  private static Identified added(Identifier identifier) {
    return new Identified(List.of(identifier), List.of());
  }

  private static Contact after(ContactChange... changes) {
    var contact = Contact.unknown(ANN);
    for (var change : changes) {
      contact = contact.after(new ContactStep(ANN, contact.revision() + 1, change));
    }
    return contact;
  }
}
