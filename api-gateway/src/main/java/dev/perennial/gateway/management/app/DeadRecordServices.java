package dev.perennial.gateway.management.app;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import dev.perennial.contracts.deadletter.v1.DeadRecord;
import dev.perennial.contracts.deadletter.v1.DeadRecords;
import io.quarkus.grpc.GrpcClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The services that put records aside, by name. */
@ApplicationScoped
class DeadRecordServices {

  /** Every payload's first field. */
  private static final int WORKSPACE_FIELD = 1;

  private final SortedMap<String, DeadRecords> services;

  DeadRecordServices(
      @GrpcClient("profile") DeadRecords profile,
      @GrpcClient("segment") DeadRecords segment,
      @GrpcClient("journey") DeadRecords journey,
      @GrpcClient("channel") DeadRecords channel,
      @GrpcClient("recommendation") DeadRecords recommendation) {
    services =
        new TreeMap<>(
            Map.of(
                "profile", profile,
                "segment", segment,
                "journey", journey,
                "channel", channel,
                "recommendation", recommendation));
  }

  SortedMap<String, DeadRecords> byName() {
    return services;
  }

  /** Whose record it is; empty when it does not say. */
  static String workspaceOf(DeadRecord record) {
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
