package dev.perennial.gateway.ingest.api;

import dev.perennial.gateway.domain.UnauthorizedException;
import dev.perennial.gateway.ingest.app.AcceptEvents;
import dev.perennial.gateway.ingest.app.AcceptEvents.Outcome;
import dev.perennial.gateway.ingest.app.EventLog.Lane;
import dev.perennial.gateway.ingest.domain.EventKind;
import dev.perennial.gateway.workspace.app.FindAccess;
import dev.perennial.gateway.workspace.domain.Access;
import dev.perennial.gateway.workspace.domain.KeyKind;
import dev.perennial.gateway.workspace.domain.Limits;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** From a request's bytes to its outcome. The key is looked at first, unless it is in the body. */
@ApplicationScoped
class Ingestion {

  private interface Reading {
    Request of(byte[] body, Limits limits);
  }

  private final FindAccess access;
  private final AcceptEvents acceptEvents;

  Ingestion(FindAccess access, AcceptEvents acceptEvents) {
    this.access = access;
    this.acceptEvents = acceptEvents;
  }

  Uni<Outcome> single(EventKind kind, byte[] body, HttpServerRequest http) {
    return ingest(Lane.LIVE, body, http, (plain, limits) -> RequestReader.single(kind, plain));
  }

  Uni<Outcome> batch(Lane lane, byte[] body, HttpServerRequest http) {
    return ingest(
        lane, body, http, (plain, limits) -> RequestReader.batch(plain, limits.batchEvents()));
  }

  private Uni<Outcome> ingest(Lane lane, byte[] body, HttpServerRequest http, Reading reading) {
    WriteKey key = WriteKey.of(http);
    Function<Limits, Request> read =
        limits -> reading.of(PlainBody.of(body, limits.batchBytes()), limits);
    if (key.outside() != null) {
      return writer(key.outside())
          .chain(found -> acceptEvents.accept(found, lane, read.apply(found.limits()).drafts()));
    }
    Request request = read.apply(Limits.WIDEST);
    return writer(request.writeKey() == null ? key.bearer() : request.writeKey())
        // Within the limits of its own workspace too; reading again is rare and cheap.
        .chain(found -> acceptEvents.accept(found, lane, read.apply(found.limits()).drafts()));
  }

  private Uni<Access> writer(@Nullable String key) {
    if (key == null) {
      throw new UnauthorizedException("a write key is missing");
    }
    return access.of(key).invoke(Ingestion::requireWriteKey);
  }

  private static void requireWriteKey(Access found) {
    if (found.kind() != KeyKind.WRITE && !found.scopes().allow("events", true)) {
      throw new UnauthorizedException("this takes a write key");
    }
  }
}
