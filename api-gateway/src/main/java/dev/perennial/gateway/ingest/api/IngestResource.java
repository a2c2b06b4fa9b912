package dev.perennial.gateway.ingest.api;

import dev.perennial.gateway.api.Problem;
import dev.perennial.gateway.ingest.app.AcceptEvents.Outcome;
import dev.perennial.gateway.ingest.app.EventLog.Lane;
import dev.perennial.gateway.ingest.domain.EventKind;
import dev.perennial.gateway.ingest.domain.Rejection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * The Segment HTTP API, whatever the content type says; analytics.js calls it by initials. 200
 * means that the events are durable.
 */
@Path("/v1")
@Consumes(MediaType.WILDCARD)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ingestion", description = "Segment's HTTP API; takes a write key")
public class IngestResource {

  /** What was taken, and what was not and why. */
  record Taken(boolean success, int accepted, List<Rejection> rejected) {

    static Taken of(Outcome outcome) {
      return new Taken(true, outcome.accepted(), outcome.rejected());
    }
  }

  private final Ingestion ingestion;

  IngestResource(Ingestion ingestion) {
    this.ingestion = ingestion;
  }

  @POST
  @Path("/identify")
  @Operation(summary = "Who a person is, and their traits")
  public Uni<Response> identify(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.IDENTIFY, body, http);
  }

  @POST
  @Path("/track")
  @Operation(summary = "Something a person did")
  public Uni<Response> track(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.TRACK, body, http);
  }

  @POST
  @Path("/page")
  @Operation(summary = "A page that a person saw")
  public Uni<Response> page(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.PAGE, body, http);
  }

  @POST
  @Path("/screen")
  @Operation(summary = "A screen of an app that a person saw")
  public Uni<Response> screen(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.SCREEN, body, http);
  }

  @POST
  @Path("/group")
  @Operation(summary = "A group that a person belongs to")
  public Uni<Response> group(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.GROUP, body, http);
  }

  @POST
  @Path("/alias")
  @Operation(summary = "Two identifiers that are one person's")
  public Uni<Response> alias(byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.ALIAS, body, http);
  }

  @POST
  @Path("/batch")
  @Operation(summary = "Many events: valid ones are taken, the others listed with their reason")
  public Uni<Taken> batch(byte[] body, @Context HttpServerRequest http) {
    return ingestion.batch(Lane.LIVE, body, http).map(Taken::of);
  }

  @POST
  @Path("/import")
  @Operation(summary = "As batch, out of the way of live events")
  public Uni<Taken> bulkImport(byte[] body, @Context HttpServerRequest http) {
    return ingestion.batch(Lane.IMPORT, body, http).map(Taken::of);
  }

  @POST
  @Path("/{initial: [itpsga]}")
  @Operation(hidden = true)
  public Uni<Response> initial(String initial, byte[] body, @Context HttpServerRequest http) {
    return single(EventKind.ofInitial(initial), body, http);
  }

  @POST
  @Path("/b")
  @Operation(hidden = true)
  public Uni<Taken> shortBatch(byte[] body, @Context HttpServerRequest http) {
    return batch(body, http);
  }

  @POST
  @Path("/m")
  @Operation(summary = "The SDKs' own metrics: taken and dropped")
  public Response metrics(byte[] body) {
    return Response.ok(new Taken(true, 0, List.of())).build();
  }

  private Uni<Response> single(EventKind kind, byte[] body, HttpServerRequest http) {
    return ingestion.single(kind, body, http).map(IngestResource::answer);
  }

  /** Nobody reads a list in the answer to a single event: a refusal is a refusal of the request. */
  private static Response answer(Outcome outcome) {
    if (outcome.rejected().isEmpty()) {
      return Response.ok(Taken.of(outcome)).build();
    }
    Rejection rejection = outcome.rejected().getFirst();
    return Problem.ofFields(
            "the event is not valid",
            List.of(new Problem.FieldError(rejection.field(), rejection.reason())))
        .toResponse();
  }
}
