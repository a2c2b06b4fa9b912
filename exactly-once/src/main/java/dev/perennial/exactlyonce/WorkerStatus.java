package dev.perennial.exactlyonce;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one worker is doing, for health and metrics. Written by the worker, read by anyone. */
final class WorkerStatus {

  final String name;
  private volatile @Nullable String fault;
  private volatile @Nullable String misconfiguration;
  private volatile long lag;
  private volatile long heldRecords;
  private final Map<TopicPartition, String> stopped = new ConcurrentHashMap<>();

  WorkerStatus(String name) {
    this.name = name;
  }

  /** All is well. */
  void working() {
    fault = null;
  }

  /** Something is away; the worker tries again. */
  void retrying(String reason) {
    fault = reason;
  }

  /** The worker does nothing until a person has put the installation right. */
  void misconfigured(String reason) {
    misconfiguration = reason;
  }

  /** The partition stands still until a person decides. */
  void stop(TopicPartition partition, String reason) {
    stopped.put(partition, reason);
  }

  void restart(Iterable<TopicPartition> partitions) {
    partitions.forEach(stopped::remove);
  }

  void lag(long records) {
    lag = records;
  }

  long lag() {
    return lag;
  }

  void heldRecords(long records) {
    heldRecords = records;
  }

  long heldRecords() {
    return heldRecords;
  }

  boolean isMisconfigured() {
    return misconfiguration != null;
  }

  int stoppedPartitions() {
    return stopped.size();
  }

  boolean isRetrying() {
    return fault != null;
  }

  String describe() {
    if (misconfiguration != null) {
      return "misconfigured: " + misconfiguration;
    }
    String text = fault == null ? "working" : "retrying: " + fault;
    return stopped.isEmpty() ? text : text + "; stopped: " + stopped;
  }
}
