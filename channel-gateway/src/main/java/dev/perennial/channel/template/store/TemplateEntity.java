package dev.perennial.channel.template.store;

import dev.perennial.channel.template.domain.Content;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.channel.template.domain.Template;
import dev.perennial.channel.template.domain.TemplateKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version of a template. */
@Entity(name = "Template")
@Table(name = "template")
@IdClass(TemplateEntity.VersionId.class)
class TemplateEntity {

  @Id String workspace;
  @Id String key;
  @Id int version;

  @Column(nullable = false)
  String channel;

  @Column(nullable = false)
  String subject;

  @Column(nullable = false)
  String body;

  /** Null when no products are shown. */
  @Nullable String strategy;

  @Column(nullable = false)
  String[] fallbacks = {};

  @Column(nullable = false)
  String placement = "";

  @Column(nullable = false)
  String rules = "";

  @Column(name = "at_least")
  int atLeast;

  @Column(name = "shown")
  int limit;

  @Column(name = "changed_at", nullable = false)
  Instant changedAt;

  /** The key of the table. */
  record VersionId(String workspace, String key, int version) implements Serializable {}

  static TemplateEntity of(Template template) {
    var entity = new TemplateEntity();
    entity.workspace = template.key().workspace();
    entity.key = template.key().key();
    entity.version = template.version();
    entity.channel = template.content().channel();
    entity.subject = template.content().subject();
    entity.body = template.content().body();
    entity.changedAt = template.changedAt();
    template.content().recommendations().ifPresent(entity::show);
    return entity;
  }

  private void show(ShownProducts shown) {
    strategy = shown.strategy();
    fallbacks = shown.fallbacks().toArray(String[]::new);
    placement = shown.placement();
    rules = shown.rules();
    limit = shown.limit();
    atLeast = shown.atLeast();
  }

  Template toTemplate() {
    var shown =
        Optional.ofNullable(strategy)
            .map(named ->
                new ShownProducts(named, List.of(fallbacks), placement, rules, limit, atLeast));
    return new Template(
        new TemplateKey(workspace, key),
        new Content(channel, subject, body, shown),
        version,
        changedAt);
  }
}
