package dev.perennial.channel.contact.app;

import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.ContactChange;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.ContactStep;
import dev.perennial.channel.contact.store.ContactTable;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Keeps contacts up with the activity of profiles. */
@ApplicationScoped
public class Contacts {

  private final ContactTable table;

  Contacts(ContactTable table) {
    this.table = table;
  }

  /** Applies activities, in order per profile, in the transaction of the unit that brought them. */
  public Uni<Void> follow(SqlConnection tx, List<ContactStep> steps) {
    // Most activities change nothing that matters here: only the revision of those is written.
    var changed = new TreeSet<ContactKey>();
    var advanced = new TreeMap<ContactKey, Long>();
    for (var step : steps) {
      if (!(step.change() instanceof ContactChange.Nothing)) {
        changed.add(step.key());
      }
      advanced.merge(step.key(), step.revision(), Math::max);
    }
    advanced.keySet().removeAll(changed);
    return table
        .lock(tx, changed)
        .chain(known -> table.save(tx, after(known, changed, steps)))
        .chain(() -> table.advance(tx, advanced));
  }

  /** The contacts that are known, locked until the transaction ends. */
  public Uni<Map<ContactKey, Contact>> lock(SqlConnection tx, SortedSet<ContactKey> keys) {
    return table.lock(tx, keys);
  }

  private static SortedMap<ContactKey, Contact> after(
      Map<ContactKey, Contact> known, SortedSet<ContactKey> changed, List<ContactStep> steps) {
    var contacts = new TreeMap<ContactKey, Contact>();
    for (var key : changed) {
      contacts.put(key, known.getOrDefault(key, Contact.unknown(key)));
    }
    for (var step : steps) {
      contacts.computeIfPresent(step.key(), (_, contact) -> contact.after(step));
    }
    return contacts;
  }
}
