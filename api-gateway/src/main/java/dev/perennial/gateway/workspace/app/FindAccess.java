package dev.perennial.gateway.workspace.app;

import dev.perennial.gateway.domain.UnauthorizedException;
import dev.perennial.gateway.domain.UnavailableException;
import dev.perennial.gateway.workspace.domain.Access;
import dev.perennial.gateway.workspace.domain.KeyText;
import dev.perennial.gateway.workspace.store.ApiKeyStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What a key opens. Known keys are remembered for a few seconds, which is how long a deleted key
 * may still work on another replica; while Postgres is away they go on working for some minutes, so
 * that events still come in. Unknown keys are not remembered: there may be any number of them.
 */
@ApplicationScoped
public class FindAccess {

  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private record Known(Access access, Instant readAt) {

    boolean isYoungerThan(Duration age, Instant now) {
      return readAt.plus(age).isAfter(now);
    }
  }

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final ApiKeyStore keys;
  private final Clock clock;
  private final Duration fresh;
  private final Duration outage;

  FindAccess(
      ApiKeyStore keys,
      Clock clock,
      @ConfigProperty(name = "perennial.keys.remembered", defaultValue = "10s") Duration fresh,
      @ConfigProperty(name = "perennial.keys.outage", defaultValue = "10m") Duration outage) {
    this.keys = keys;
    this.clock = clock;
    this.fresh = fresh;
    this.outage = outage;
  }

  /** Fails with {@link UnauthorizedException} when there is no such key. */
  public Uni<Access> of(String key) {
    String hash = KeyText.hash(key);
    Known remembered = known.get(hash);
    return remembered != null && remembered.isYoungerThan(fresh, clock.instant())
        ? Uni.createFrom().item(remembered.access())
        : read(hash, remembered);
  }

  /** A key or a limit was changed here. */
  void forget() {
    known.clear();
  }

  private Uni<Access> read(String hash, @Nullable Known remembered) {
    return keys.findAccess(hash)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithUni(() -> duringOutage(remembered))
        .map(found -> remember(hash, found));
  }

  /** Fails rather than throws: what is thrown here would come out as a fault of our own. */
  private Uni<Optional<Access>> duringOutage(@Nullable Known remembered) {
    return remembered != null && remembered.isYoungerThan(outage, clock.instant())
        ? Uni.createFrom().item(Optional.of(remembered.access()))
        : Uni.createFrom().failure(new UnavailableException("keys cannot be looked up"));
  }

  private Access remember(String hash, Optional<Access> found) {
    if (found.isEmpty()) {
      known.remove(hash);
      throw new UnauthorizedException("the key is not known");
    }
    known.put(hash, new Known(found.get(), clock.instant()));
    return found.get();
  }
}
