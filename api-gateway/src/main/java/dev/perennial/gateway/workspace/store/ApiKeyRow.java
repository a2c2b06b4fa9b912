package dev.perennial.gateway.workspace.store;

import dev.perennial.gateway.workspace.domain.ApiKey;
import dev.perennial.gateway.workspace.domain.KeyKind;
import dev.perennial.gateway.workspace.domain.Scopes;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Ids are unique by themselves; the table's key begins with the workspace for distribution. */
@Entity
@Table(name = "api_key")
class ApiKeyRow {

  @Id UUID id;

  @Column String workspace;

  @Column String name;

  @Column String kind;

  @Column String scopes;

  @Column String prefix;

  @Column String hash;

  @Column(name = "created_at")
  Instant createdAt;

  static ApiKeyRow of(ApiKey key, String hash) {
    var row = new ApiKeyRow();
    row.id = key.id();
    row.workspace = key.workspace();
    row.name = key.name();
    row.kind = key.kind().wireName();
    row.scopes = String.join(" ", key.scopes().names());
    row.prefix = key.prefix();
    row.hash = hash;
    row.createdAt = key.createdAt();
    return row;
  }

  KeyKind kind() {
    return Objects.requireNonNull(KeyKind.ofName(kind), "kind");
  }

  Scopes scopes() {
    return new Scopes(scopes.isEmpty() ? List.of() : List.of(scopes.split(" ", -1)));
  }

  ApiKey toApiKey() {
    return new ApiKey(id, workspace, name, kind(), scopes(), prefix, createdAt);
  }
}
