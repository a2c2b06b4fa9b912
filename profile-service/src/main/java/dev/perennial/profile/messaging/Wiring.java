package dev.perennial.profile.messaging;

import dev.perennial.contracts.Shards;
import dev.perennial.contracts.Topics;
import dev.perennial.exactlyonce.ConsumerDefinition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the service is made of. */
@ApplicationScoped
class Wiring {

  /** Live and imported events have one owner a shard, so that a person's never cross. */
  @Produces
  @Singleton
  ConsumerDefinition events(EventsProcessor processor, MergeWork merges, HouseWork house) {
    return new ConsumerDefinition(
        "events",
        List.of(Topics.EVENTS_ACCEPTED, Topics.EVENTS_IMPORTED),
        processor,
        List.of(merges, house));
  }

  @Produces
  @Singleton
  Shards shards(@ConfigProperty(name = "perennial.shards") int count) {
    return new Shards(count);
  }

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }
}
