package dev.perennial.gateway.management.app;

import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import dev.perennial.contracts.deadletter.v1.DiscardDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.GetDeadRecordRequest;
import dev.perennial.contracts.deadletter.v1.ReplayDeadRecordRequest;
import dev.perennial.gateway.domain.NotFoundException;
import dev.perennial.gateway.management.app.ListRejections.Rejected;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Predicate;

/**
 * Has a record that a service put aside processed once more, or given up. The answer comes before
 * the service has done it. Fails when the caller may not see such a record.
 */
@ApplicationScoped
public class SettleRejection {

  private static final String NONE = "there is no such rejection";

  private final DeadRecordServices services;

  SettleRejection(DeadRecordServices services) {
    this.services = services;
  }

  /**
   * Tries it once more.
   *
   * @param id {@code <service>:<id of the record>}
   */
  public Uni<Rejected> replay(String id, Predicate<String> mayRead) {
    return settle(
        id,
        mayRead,
        (service, record) ->
            service.replayDeadRecord(ReplayDeadRecordRequest.newBuilder().setId(record).build()));
  }

  /** Gives it up: what waits behind it goes on without it. */
  public Uni<Rejected> discard(String id, Predicate<String> mayRead) {
    return settle(
        id,
        mayRead,
        (service, record) ->
            service.discardDeadRecord(DiscardDeadRecordRequest.newBuilder().setId(record).build()));
  }

  private Uni<Rejected> settle(String id, Predicate<String> mayRead, Call call) {
    int colon = id.indexOf(':');
    String name = colon < 0 ? "" : id.substring(0, colon);
    DeadRecords service = services.byName().get(name);
    if (service == null) {
      throw new NotFoundException(NONE);
    }
    String record = id.substring(colon + 1);
    return service
        .getDeadRecord(GetDeadRecordRequest.newBuilder().setId(record).build())
        .invoke(found -> {
          if (!mayRead.test(DeadRecordServices.workspaceOf(found))) {
            throw new NotFoundException(NONE);
          }
        })
        .chain(() -> call.of(service, record))
        .map(settled -> new Rejected(name, settled));
  }

  @FunctionalInterface
  private interface Call {
    Uni<DeadRecord> of(DeadRecords service, String id);
  }
}
