package dev.perennial.channel.template.store;

import dev.perennial.channel.template.domain.Template;
import dev.perennial.channel.template.domain.TemplateKey;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** The table of templates. */
@ApplicationScoped
public class TemplateStore {

  private static final String NEWEST =
      """
      from Template t where t.workspace = :workspace
      and t.version = (select max(n.version) from Template n where n.workspace = t.workspace and n.key = t.key)
      """;

  private final Mutiny.SessionFactory sessions;

  TemplateStore(Mutiny.SessionFactory sessions) {
    this.sessions = sessions;
  }

  /**
   * Makes the next version.
   *
   * @param first the template when there is none yet
   * @param next from the newest version to what it becomes; itself when nothing changes
   */
  public Uni<Template> put(Template first, UnaryOperator<Template> next) {
    return sessions.withTransaction(session ->
        newest(session, first.key())
            .chain(newest -> {
              var wanted = newest.map(next).orElse(first);
              return newest.filter(wanted::equals).isPresent()
                  ? Uni.createFrom().item(wanted)
                  : session.persist(TemplateEntity.of(wanted)).replaceWith(wanted);
            }));
  }

  public Uni<Optional<Template>> find(TemplateKey key) {
    return sessions.withTransaction(session -> newest(session, key));
  }

  public Uni<List<Template>> list(String workspace) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(NEWEST + " order by t.key", TemplateEntity.class)
            .setParameter("workspace", workspace)
            .getResultList()
            .map(found -> found.stream().map(TemplateEntity::toTemplate).toList()));
  }

  /** The newest versions of those templates of a workspace that exist. */
  public Uni<List<Template>> find(String workspace, Set<String> keys) {
    return sessions.withTransaction(session ->
        session
            .createSelectionQuery(NEWEST + " and t.key in :keys", TemplateEntity.class)
            .setParameter("workspace", workspace)
            .setParameter("keys", keys)
            .getResultList()
            .map(found -> found.stream().map(TemplateEntity::toTemplate).toList()));
  }

  private static Uni<Optional<Template>> newest(Mutiny.Session session, TemplateKey key) {
    return session
        .createSelectionQuery(NEWEST + " and t.key = :key", TemplateEntity.class)
        .setParameter("workspace", key.workspace())
        .setParameter("key", key.key())
        .getSingleResultOrNull()
        .map(found -> Optional.ofNullable(found).map(TemplateEntity::toTemplate));
  }
}
