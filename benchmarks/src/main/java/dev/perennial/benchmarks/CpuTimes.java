package dev.perennial.benchmarks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Processor time of this machine's processes by what they are, to say where the time went. Linux
 * and macOS.
 */
record CpuTimes(Map<String, Duration> byProgram) {

  private static final List<String> PROGRAMS =
      List.of(
          "api-gateway",
          "profile-service",
          "segment-service",
          "journey-service",
          "channel-gateway",
          "recommendation-service",
          "kafka",
          "postgres",
          "redis",
          "mailbox");

  static CpuTimes now() {
    return new CpuTimes(
        ProcessHandle.allProcesses()
            .filter(process -> process.info().totalCpuDuration().isPresent())
            .collect(
                Collectors.groupingBy(
                    CpuTimes::program,
                    TreeMap::new,
                    Collectors.reducing(
                        Duration.ZERO,
                        process -> process.info().totalCpuDuration().orElse(Duration.ZERO),
                        Duration::plus))));
  }

  /** Seconds since, by program. */
  Map<String, Double> since(CpuTimes before) {
    var spent = new TreeMap<String, Double>();
    byProgram.forEach((program, time) -> {
      var start = before.byProgram.getOrDefault(program, Duration.ZERO);
      double seconds = time.minus(start).toMillis() / 1e3;
      if (seconds >= 0.1) {
        spent.put(program, seconds);
      }
    });
    return spent;
  }

  private static String program(ProcessHandle process) {
    if (process.pid() == ProcessHandle.current().pid()) {
      return "load generator";
    }
    var command = process.info().commandLine().orElse(process.info().command().orElse("other"));
    return PROGRAMS.stream().filter(command::contains).findFirst().orElse("other");
  }
}
