package dev.perennial.journey.messaging;

import dev.perennial.exactlyonce.ShardWork;
import dev.perennial.exactlyonce.UnitContext;
import dev.perennial.journey.app.Enrolment;
import dev.perennial.journey.app.Enrolment.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Takes in who was a member already. */
@ApplicationScoped
class Enrolling implements ShardWork<Page> {

  private final Enrolment enrolment;
  private final Requests requests;

  Enrolling(Enrolment enrolment, Requests requests) {
    this.enrolment = enrolment;
    this.requests = requests;
  }

  @Override
  public String name() {
    return "journey-enrolment";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  @Override
  public Uni<Optional<Page>> prepare(Set<Integer> shards) {
    return enrolment.next(shards);
  }

  @Override
  public Uni<Done> apply(SqlConnection tx, UnitContext context, Page page) {
    return enrolment
        .takeIn(tx, page, context.now())
        .map(messages -> new Done(requests.outgoing(context, messages), true));
  }
}
