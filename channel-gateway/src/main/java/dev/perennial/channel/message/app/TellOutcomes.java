package dev.perennial.channel.message.app;

import dev.perennial.channel.contact.app.Contacts;
import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.Identifier;
import dev.perennial.channel.message.domain.Message;
import dev.perennial.channel.message.domain.MessageKey;
import dev.perennial.channel.message.store.OutcomeTable;
import dev.perennial.channel.message.store.OutcomeTable.Untold;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds what became of messages and was not told yet. */
@ApplicationScoped
public class TellOutcomes {

  private static final int BATCH = 500;

  private final Pool pool;
  private final OutcomeTable outcomes;
  private final Contacts contacts;

  TellOutcomes(Pool pool, OutcomeTable outcomes, Contacts contacts) {
    this.pool = pool;
    this.outcomes = outcomes;
    this.contacts = contacts;
  }

  /**
   * What became of a message.
   *
   * @param about what the person is known by
   */
  public record Outcome(Message message, int shard, Identifier about) {}

  /** A batch of messages to tell of. */
  public Uni<List<MessageKey>> untold(Set<Integer> shards) {
    return outcomes.untold(pool, shards, BATCH);
  }

  /**
   * Marks them as told, in the transaction that publishes what is returned. Of a person who is
   * known no more, nothing is told.
   */
  public Uni<List<Outcome>> tell(SqlConnection tx, List<MessageKey> keys) {
    return outcomes
        .tell(tx, keys)
        .chain(untold -> {
          var people = new TreeSet<ContactKey>();
          untold.forEach(one -> people.add(one.message().request().to()));
          return contacts.lock(tx, people).map(known -> about(untold, known));
        });
  }

  private static List<Outcome> about(List<Untold> untold, Map<ContactKey, Contact> known) {
    var told = new ArrayList<Outcome>();
    for (var one : untold) {
      var to = one.message().request().to();
      known
          .getOrDefault(to, Contact.unknown(to))
          .address()
          .ifPresent(about -> told.add(new Outcome(one.message(), one.shard(), about)));
    }
    return told;
  }
}
