package dev.perennial.profile;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** All activity that the service publishes, read in a thread of its own. */
final class ActivityLog {

  private final ConcurrentLinkedQueue<ProfileActivity> activities = new ConcurrentLinkedQueue<>();
  private final Thread reader;
  private volatile boolean closed;

  ActivityLog(String kafka) {
    reader = Thread.ofPlatform().daemon().start(() -> read(kafka));
  }

  /** What a workspace's activity is, by profile and revision. */
  List<ProfileActivity> of(String workspace) {
    return activities.stream()
        .filter(activity -> activity.getWorkspace().equals(workspace))
        .sorted(
            Comparator.comparing(ProfileActivity::getProfileId)
                .thenComparing(ProfileActivity::getRevision))
        .toList();
  }

  /** The same once one activity of this kind is there. */
  List<ProfileActivity> once(String workspace, Predicate<ProfileActivity> last) {
    await().atMost(60, SECONDS).until(() -> of(workspace).stream().anyMatch(last));
    return of(workspace);
  }

  void stop() throws InterruptedException {
    closed = true;
    reader.join();
  }

  private void read(String kafka) {
    var config = Map.<String, Object>of("bootstrap.servers", kafka);
    try (var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      var partitions =
          consumer.partitionsFor(Topics.PROFILE_ACTIVITY).stream()
              .map(each -> new TopicPartition(each.topic(), each.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (var each : consumer.poll(Duration.ofMillis(100))) {
          activities.add(ProfileActivity.parseFrom(each.value()));
        }
      }
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }
}
