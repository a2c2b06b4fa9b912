package dev.perennial.channel.message.app;

import dev.perennial.channel.contact.app.Contacts;
import dev.perennial.channel.contact.domain.Contact.State;
import dev.perennial.channel.contact.domain.ContactChange;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.ContactStep;
import dev.perennial.channel.message.domain.Policy;
import dev.perennial.channel.message.domain.Request;
import dev.perennial.channel.message.store.MessageTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Takes in what a unit brought, in its transaction. */
@ApplicationScoped
public class AcceptRequests {

  private final MessageTable messages;
  private final Contacts contacts;

  AcceptRequests(MessageTable messages, Contacts contacts) {
    this.messages = messages;
    this.contacts = contacts;
  }

  /** Queues messages; asking for one twice sends once. */
  public Uni<Void> accept(SqlConnection tx, List<Request> requests) {
    return messages.insert(tx, requests);
  }

  /** Follows profiles; the messages of one that ends are refused. */
  public Uni<Void> follow(SqlConnection tx, List<ContactStep> steps) {
    var retired = ended(steps, State.RETIRED);
    var erased = ended(steps, State.ERASED);
    // Messages before contacts, as claims lock them in this order, too.
    return messages
        .refuseOf(tx, retired, Policy.RETIRED)
        .chain(() -> messages.refuseOf(tx, erased, Policy.ERASED))
        .chain(() -> messages.forget(tx, erased))
        .chain(() -> contacts.follow(tx, steps));
  }

  private static Set<ContactKey> ended(List<ContactStep> steps, State state) {
    var ended = new TreeSet<ContactKey>();
    for (var step : steps) {
      if (step.change().equals(new ContactChange.Ended(state))) {
        ended.add(step.key());
      }
    }
    return ended;
  }
}
