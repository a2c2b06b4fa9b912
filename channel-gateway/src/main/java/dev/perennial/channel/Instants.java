package dev.perennial.channel;

import com.google.protobuf.Timestamp;
import java.time.Instant;

/** Instants on the wire. */
public final class Instants {

  private Instants() {}

  public static Timestamp encode(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  public static Instant decode(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }
}
