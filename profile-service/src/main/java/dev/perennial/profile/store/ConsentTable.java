package dev.perennial.profile.store;

import dev.perennial.profile.domain.Activity.ConsentChanged;
import dev.perennial.profile.domain.Activity.Step;
import dev.perennial.profile.domain.Consent;
import dev.perennial.profile.domain.Consents;
import dev.perennial.profile.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What profiles consent to, and every change of it. */
@ApplicationScoped
public class ConsentTable {

  private static final String LOAD =
      """
      select c.*
      from unnest($1::text[], $2::uuid[]) as k (workspace, profile_id)
      cross join lateral (
        select * from consent c where c.workspace = k.workspace and c.profile_id = k.profile_id
        offset 0) c
      """;

  private static final String SAVE =
      """
      insert into consent (workspace, profile_id, channel, topic, subscribed, source, since)
      select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bool[], $6::text[],
        $7::timestamptz[])
      on conflict (workspace, profile_id, channel, topic) do update
        set subscribed = excluded.subscribed, source = excluded.source, since = excluded.since
      """;

  private static final String APPEND =
      """
      insert into consent_history
        (workspace, profile_id, channel, topic, subscribed, source, since, revision)
      select * from unnest($1::text[], $2::uuid[], $3::text[], $4::text[], $5::bool[], $6::text[],
        $7::timestamptz[], $8::bigint[])
      """;

  private record ConsentRow(ProfileKey profile, Consent consent, long revision) {}

  public Uni<Map<ProfileKey, Consents>> load(SqlConnection tx, Collection<ProfileKey> profiles) {
    if (profiles.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return tx.preparedQuery(LOAD)
        .execute(Columns.of(profiles).text(ProfileKey::workspace).uuid(ProfileKey::id).tuple())
        .map(rows -> {
          var bySubject = new HashMap<ProfileKey, Map<Consent.Subject, Consent>>();
          for (var row : rows) {
            var consent = consent(row);
            bySubject
                .computeIfAbsent(Rows.profile(row), profile -> new HashMap<>())
                .put(consent.subject(), consent);
          }
          var consents = new HashMap<ProfileKey, Consents>();
          bySubject.forEach((profile, map) -> consents.put(profile, new Consents(map)));
          return consents;
        });
  }

  /** Writes what profiles consent to now. */
  public Uni<Void> save(SqlConnection tx, Map<ProfileKey, Consents> consents) {
    var rows =
        consents.entrySet().stream()
            .flatMap(entry ->
                entry.getValue().bySubject().values().stream()
                    .map(consent -> new ConsentRow(entry.getKey(), consent, 0)))
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(SAVE).execute(columns(rows).tuple()).replaceWithVoid();
  }

  /** Keeps the changes among these steps as history. */
  public Uni<Void> append(SqlConnection tx, List<Step> steps) {
    var rows =
        steps.stream()
            .<ConsentRow>mapMulti((step, consumer) -> {
              if (step.activity() instanceof ConsentChanged(var consent)) {
                consumer.accept(new ConsentRow(step.profile(), consent, step.revision()));
              }
            })
            .toList();
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.preparedQuery(APPEND)
            .execute(columns(rows).number(ConsentRow::revision).tuple())
            .replaceWithVoid();
  }

  private static Columns<ConsentRow> columns(List<ConsentRow> rows) {
    return Columns.of(rows)
        .text(row -> row.profile.workspace())
        .uuid(row -> row.profile.id())
        .text(row -> row.consent.subject().channel())
        .text(row -> row.consent.subject().topic())
        .flag(row -> row.consent.subscribed())
        .text(row -> row.consent.source())
        .instant(row -> row.consent.since());
  }

  private static Consent consent(Row row) {
    return new Consent(
        new Consent.Subject(row.getString("channel"), row.getString("topic")),
        row.getBoolean("subscribed"),
        Rows.instant(row, "since"),
        row.getString("source"));
  }
}
