package dev.perennial.recommendation.snapshot.app;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Whether, where and how often what is in memory is kept on disk. */
@ConfigMapping(prefix = "perennial.recommendations.snapshot")
public interface SnapshotConfig {

  /** Of one replica; made when it is not there. Without one, each start reads the database. */
  Optional<Path> directory();

  /** How long to wait before another one, if anything changed. */
  @WithDefault("PT10M")
  Duration every();
}
