package dev.perennial.gateway.workspace.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.perennial.gateway.domain.InvalidRequestException;
import dev.perennial.gateway.workspace.app.ManageKeys;
import dev.perennial.gateway.workspace.domain.ApiKey;
import dev.perennial.gateway.workspace.domain.KeyKind;
import dev.perennial.gateway.workspace.domain.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A key in JSON. */
final class ApiKeyJson {

  /**
   * @param kind write or secret
   * @param scopes of a secret key; left out means all
   */
  record Post(@Nullable String name, @Nullable String kind, @Nullable List<String> scopes) {

    KeyKind knownKind() {
      KeyKind known = KeyKind.ofName(kind);
      if (known == null) {
        throw new InvalidRequestException("/kind", "must be write or secret");
      }
      return known;
    }

    Scopes scopesOrDefault() {
      if (scopes != null) {
        return new Scopes(scopes);
      }
      return knownKind() == KeyKind.SECRET ? Scopes.ALL : new Scopes(List.of());
    }
  }

  /**
   * @param key the key itself; only in the answer that creates it
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id,
      String name,
      String kind,
      List<String> scopes,
      String prefix,
      Instant createdAt,
      @Nullable String key) {

    static View of(ApiKey key) {
      return of(key, null);
    }

    static View of(ManageKeys.Created created) {
      return of(created.key(), created.secret());
    }

    private static View of(ApiKey key, @Nullable String secret) {
      return new View(
          key.id(),
          key.name(),
          key.kind().wireName(),
          key.scopes().names(),
          key.prefix(),
          key.createdAt(),
          secret);
    }
  }

  private ApiKeyJson() {}
}
