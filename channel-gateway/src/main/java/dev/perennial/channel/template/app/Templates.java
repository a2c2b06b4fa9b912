package dev.perennial.channel.template.app;

import dev.perennial.channel.template.domain.Content;
import dev.perennial.channel.template.domain.Template;
import dev.perennial.channel.template.domain.TemplateKey;
import dev.perennial.channel.template.domain.TemplateRules;
import dev.perennial.channel.template.store.TemplateStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps and reads templates. */
@ApplicationScoped
public class Templates {

  private final TemplateStore store;
  private final CheckShownProducts shownProducts;
  private final Clock clock;

  Templates(TemplateStore store, CheckShownProducts shownProducts, Clock clock) {
    this.store = store;
    this.shownProducts = shownProducts;
    this.clock = clock;
  }

  /**
   * Makes the next version, unless nothing changes. Fails with what is wrong with the content, and
   * with UNAVAILABLE when nobody can say now whether the products that it shows can be found.
   */
  public Uni<Template> put(TemplateKey key, Content content) {
    var checks = TemplateRules.check(key, content);
    Liquid.TEXT.check(content.subject(), "/subject", checks);
    Liquid.HTML.check(content.body(), "/body", checks);
    checks.done();
    // The database keeps microseconds; the answer is what a later read gives.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return shownProducts
        .check(key.workspace(), content.recommendations())
        .chain(() ->
            store.put(new Template(key, content, 1, now), newest -> newest.with(content, now)));
  }

  public Uni<Optional<Template>> find(TemplateKey key) {
    return store.find(key);
  }

  /** The newest versions of those templates of a workspace that exist. */
  public Uni<List<Template>> find(String workspace, Set<String> keys) {
    return store.find(workspace, keys);
  }

  public Uni<List<Template>> list(String workspace) {
    return store.list(workspace);
  }
}
