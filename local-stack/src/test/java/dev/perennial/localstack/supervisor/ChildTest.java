package dev.perennial.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.localstack.component.Binaries;
import dev.perennial.localstack.component.Ports;
import dev.perennial.localstack.component.Redis;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildTest {

  private final ConcurrentLinkedQueue<String> journal = new ConcurrentLinkedQueue<>();
  private final DataDirectory data;
  private final Redis redis;
  private final Child child;

  ChildTest(@TempDir Path directory) {
    data = new DataDirectory(directory);
    redis =
        new Redis(
            data.of("redis"), new Binaries(data.binaries()), Ports.free(1).getFirst(), "16mb");
    child = new Child(redis, data, journal::add);
  }

  @BeforeEach
  void start() throws Exception {
    data.create();
    child.start();
    child.awaitReady();
  }

  @AfterEach
  void stop() throws InterruptedException {
    child.stop();
  }

  @Test
  void whatIsKilledIsStartedAgainAndItIsSaid() throws Exception {
    Status before = await(status -> status.state() == State.READY);
    before.process().orElseThrow().destroyForcibly();
    Status after = await(status -> status.state() == State.READY && status.restarts() == 1);
    assertNotEquals(before.pid(), after.pid());
    assertTrue(redis.ready());
    assertTrue(
        journal.contains("redis ended with code 137; starting it again in 1 s (restart 1)"),
        journal::toString);
  }

  @Test
  void whatIsStoppedStaysDown() throws Exception {
    Status running = await(status -> status.state() == State.READY);
    child.stop();
    assertTrue(running.process().isEmpty());
    assertFalse(redis.ready());
    assertEquals(State.STOPPED, await(status -> true).state());
  }

  @Test
  void orphansAreEndedByPidAndStartTime() throws Exception {
    Status running = await(status -> status.state() == State.READY);
    var stranger =
        new Status("redis", State.READY, running.pid(), running.startedAt() - 60_000, 0, "");
    stranger.write(data.run());
    assertEquals(List.of(), new Orphans(data, List.of(redis)).end());
    assertTrue(redis.ready());

    running.write(data.run());
    assertEquals(List.of("redis"), new Orphans(data, List.of(redis)).end());
    assertTrue(running.process().isEmpty());
  }

  private Status await(Predicate<Status> expected) throws IOException {
    while (true) {
      var status = Status.read(data.run(), "redis").filter(expected);
      if (status.isPresent()) {
        return status.get();
      }
      Thread.onSpinWait();
    }
  }
}
