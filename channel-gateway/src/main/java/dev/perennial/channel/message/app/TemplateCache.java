package dev.perennial.channel.message.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.perennial.channel.template.app.Templates;
import dev.perennial.channel.template.domain.Template;
import dev.perennial.channel.template.domain.TemplateKey;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The newest templates, parsed once a version. */
@ApplicationScoped
class TemplateCache {

  private static final int MOST = 1_000;

  private final Templates templates;

  private final Map<TemplateKey, ParsedTemplate> parsed =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<TemplateKey, ParsedTemplate> eldest) {
              return size() > MOST;
            }
          });

  TemplateCache(Templates templates) {
    this.templates = templates;
  }

  /** The newest versions of those that exist: one read a workspace. */
  Uni<Map<TemplateKey, ParsedTemplate>> newest(Set<TemplateKey> keys) {
    var byWorkspace =
        keys.stream()
            .collect(groupingBy(TemplateKey::workspace, mapping(TemplateKey::key, toSet())));
    return Multi.createFrom()
        .iterable(byWorkspace.entrySet())
        .onItem()
        .transformToUniAndConcatenate(entry -> templates.find(entry.getKey(), entry.getValue()))
        .collect()
        .asList()
        .map(found ->
            found.stream().flatMap(List::stream).collect(toMap(Template::key, this::parsed)));
  }

  private ParsedTemplate parsed(Template template) {
    var known = parsed.get(template.key());
    if (known != null && known.template().version() == template.version()) {
      return known;
    }
    var fresh = ParsedTemplate.of(template);
    parsed.put(template.key(), fresh);
    return fresh;
  }
}
