package dev.perennial.channel.contact.store;

import static java.util.stream.Collectors.toMap;

import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.Contact.State;
import dev.perennial.channel.contact.domain.ContactKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The table of contacts. */
@ApplicationScoped
public class ContactTable {

  private static final String LOCK =
      """
      select c.workspace, c.profile_id, c.revision, c.state, c.document
      from unnest($1::text[], $2::uuid[]) as wanted(workspace, profile_id)
      join lateral (
        select * from contact
        where contact.workspace = wanted.workspace and contact.profile_id = wanted.profile_id
        limit 1 for update
      ) c on true
      """;

  private static final String SAVE =
      """
      insert into contact as c (workspace, profile_id, revision, state, document)
      select * from unnest($1::text[], $2::uuid[], $3::bigint[], $4::text[], $5::text[])
      on conflict (workspace, profile_id) do update
      set revision = excluded.revision, state = excluded.state, document = excluded.document
      """;

  private static final String ADVANCE =
      """
      insert into contact as c (workspace, profile_id, revision)
      select * from unnest($1::text[], $2::uuid[], $3::bigint[])
      on conflict (workspace, profile_id) do update set revision = excluded.revision
      """;

  /** The contacts that exist, locked in order of their keys until the transaction ends. */
  public Uni<Map<ContactKey, Contact>> lock(SqlConnection tx, SortedSet<ContactKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return tx.preparedQuery(LOCK)
        .execute(Tuple.of(workspaces(keys), profiles(keys)))
        .map(rows ->
            StreamSupport.stream(rows.spliterator(), false)
                .map(ContactTable::contact)
                .collect(toMap(Contact::key, contact -> contact)));
  }

  /** Writes contacts whole. */
  public Uni<Void> save(SqlConnection tx, SortedMap<ContactKey, Contact> contacts) {
    if (contacts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var values = contacts.values();
    return tx.preparedQuery(SAVE)
        .execute(
            Tuple.of(
                workspaces(contacts.keySet()),
                profiles(contacts.keySet()),
                values.stream().map(Contact::revision).toArray(Long[]::new),
                values.stream().map(contact -> contact.state().name()).toArray(String[]::new),
                values.stream().map(ContactJson::write).toArray(String[]::new)))
        .replaceWithVoid();
  }

  /** Notes the revisions of contacts of which nothing else has changed. */
  public Uni<Void> advance(SqlConnection tx, SortedMap<ContactKey, Long> revisions) {
    if (revisions.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return tx.preparedQuery(ADVANCE)
        .execute(
            Tuple.of(
                workspaces(revisions.keySet()),
                profiles(revisions.keySet()),
                revisions.values().toArray(Long[]::new)))
        .replaceWithVoid();
  }

  private static Contact contact(Row row) {
    var document = ContactJson.read(row.getString("document"));
    return new Contact(
        new ContactKey(row.getString("workspace"), row.getUUID("profile_id")),
        row.getLong("revision"),
        State.valueOf(row.getString("state")),
        document.traits(),
        document.identifiers(),
        document.toConsents());
  }

  private static String[] workspaces(Collection<ContactKey> keys) {
    return keys.stream().map(ContactKey::workspace).toArray(String[]::new);
  }

  private static UUID[] profiles(Collection<ContactKey> keys) {
    return keys.stream().map(ContactKey::profileId).toArray(UUID[]::new);
  }
}
