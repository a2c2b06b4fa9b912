package dev.perennial.gateway.management.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Timestamp;
import com.google.protobuf.UnknownFieldSet;
import com.google.protobuf.util.Timestamps;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import dev.perennial.contracts.deadletter.v1.ListDeadRecordsRequest;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What the services could not process, of all of them together. */
@ApplicationScoped
public class ListRejections {

  /** Each service tells at most this many; older ones are not seen here. */
  private static final int PER_SERVICE = 500;

  /** Every payload's first field. */
  private static final int WORKSPACE_FIELD = 1;

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

  private final Map<String, DeadRecords> services = new TreeMap<>();

  ListRejections(
      @GrpcClient("profile") DeadRecords profile,
      @GrpcClient("segment") DeadRecords segment,
      @GrpcClient("journey") DeadRecords journey,
      @GrpcClient("channel") DeadRecords channel,
      @GrpcClient("recommendation") DeadRecords recommendation) {
    services.put("profile", profile);
    services.put("segment", segment);
    services.put("journey", journey);
    services.put("channel", channel);
    services.put("recommendation", recommendation);
  }

  /**
   * Asks every service.
   *
   * @param mayRead whether the caller may see records of a workspace, which is empty for a record
   *     that does not say
   */
  public Uni<Page> newest(int limit, Predicate<String> mayRead) {
    List<Uni<Answer>> answers =
        services.entrySet().stream().map(s -> ask(s.getKey(), s.getValue())).toList();
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
        if (mayRead.test(workspaceOf(record))) {
          rejected.add(new Rejected(answer.service(), record));
        }
      }
    }
    rejected.sort(Comparator.comparing(Rejected::failedAt, Timestamps.comparator()).reversed());
    return new Page(rejected.stream().limit(limit).toList(), unavailable);
  }

  private static String workspaceOf(DeadRecord record) {
    try {
      List<ByteString> values =
          UnknownFieldSet.parseFrom(record.getValue())
              .getField(WORKSPACE_FIELD)
              .getLengthDelimitedList();
      return values.isEmpty() ? "" : values.getLast().toStringUtf8();
    } catch (InvalidProtocolBufferException _) {
      return "";
    }
  }
}
