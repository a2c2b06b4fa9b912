package dev.perennial.gateway.management.app;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What the services could not process, of all of them together. */
@ApplicationScoped
public class ListRejections {

  /** Each service tells at most this many; older ones are not seen here. */
  private static final int PER_SERVICE = 500;

  /** A record that a service could not process. */
  public record Rejected(String service, DeadRecord record) {

    Timestamp failedAt() {
      return record.getFailedAt();
    }
  }

  /**
   * The newest first.
   *
   * @param unavailable services that did not answer, whose records are missing
   */
  public record Page(List<Rejected> rejected, List<String> unavailable) {}

  private record Answer(String service, List<DeadRecord> records, boolean available) {}

  private final DeadRecordServices services;

  ListRejections(DeadRecordServices services) {
    this.services = services;
  }

  /**
   * Asks every service.
   *
   * @param mayRead whether the caller may see records of a workspace, which is empty for a record
   *     that does not say
   */
  public Uni<Page> newest(int limit, Predicate<String> mayRead) {
    List<Uni<Answer>> answers =
        services.byName().entrySet().stream().map(s -> ask(s.getKey(), s.getValue())).toList();
    return Uni.join().all(answers).andFailFast().map(all -> page(all, limit, mayRead));
  }

  private static Uni<Answer> ask(String service, DeadRecords records) {
    return records
        .listDeadRecords(ListDeadRecordsRequest.newBuilder().setLimit(PER_SERVICE).build())
        .map(response -> new Answer(service, response.getRecordsList(), true))
        .onFailure()
        .recoverWithItem(() -> new Answer(service, List.of(), false));
  }

  private static Page page(List<Answer> answers, int limit, Predicate<String> mayRead) {
    var rejected = new ArrayList<Rejected>();
    var unavailable = new ArrayList<String>();
    for (Answer answer : answers) {
      if (!answer.available()) {
        unavailable.add(answer.service());
      }
      for (DeadRecord record : answer.records()) {
        if (mayRead.test(DeadRecordServices.workspaceOf(record))) {
          rejected.add(new Rejected(answer.service(), record));
        }
      }
    }
    rejected.sort(Comparator.comparing(Rejected::failedAt, Timestamps.comparator()).reversed());
    return new Page(rejected.stream().limit(limit).toList(), unavailable);
  }
}
