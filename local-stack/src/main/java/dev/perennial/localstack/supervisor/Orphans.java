package dev.perennial.localstack.supervisor;

import dev.perennial.localstack.component.Component;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Processes that outlived a supervisor which was killed. */
record Orphans(DataDirectory data, List<Component> components) {

  private static final Duration GRACE = Duration.ofSeconds(20);

  /** Ends them all and forgets what was written about them. Returns their names. */
  List<String> end() throws IOException {
    var names = new ArrayList<String>();
    var ends = new ArrayList<CompletableFuture<Void>>();
    for (var component : components) {
      var process = Status.read(data.run(), component.name()).flatMap(Status::process);
      process.ifPresent(handle -> {
        names.add(component.name());
        ends.add(
            CompletableFuture.runAsync(() -> Signals.end(handle, component.stopSignal(), GRACE)));
      });
    }
    CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).join();
    for (var component : components) {
      Status.forget(data.run(), component.name());
    }
    return names;
  }
}
