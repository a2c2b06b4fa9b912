package dev.perennial.profile.store;

import dev.perennial.profile.domain.ProfileKey;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;

/**
 * Profiles as they were last read. An entry is good only at the revision that Postgres has, so that
 * a read is never stale; without Redis it is only slower.
 */
@ApplicationScoped
public class ProfileCache {

  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** A slow reader must not put an old view in place of a newer one. */
  private static final String PUT =
      """
      local at = redis.call('hget', KEYS[1], 'revision')
      if at and tonumber(at) >= tonumber(ARGV[1]) then return 0 end
      redis.call('hset', KEYS[1], 'revision', ARGV[1], 'body', ARGV[2])
      redis.call('expire', KEYS[1], ARGV[3])
      return 1
      """;

  private static final String TTL_SECONDS = "3600";

  private final ReactiveRedisDataSource redis;

  public ProfileCache(ReactiveRedisDataSource redis) {
    this.redis = redis;
  }

  /** The profile as it is at this revision, if it was read at it. */
  public Uni<Optional<byte[]>> get(ProfileKey key, long revision) {
    return redis
        .execute("HMGET", name(key), "revision", "body")
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(found -> at(found, revision))
        .onFailure()
        .recoverWithItem(Optional.empty());
  }

  /** Keeps a profile unless a newer one is there. */
  public Uni<Void> put(ProfileKey key, long revision, byte[] body) {
    return redis
        .execute(
            "EVAL",
            PUT,
            "1",
            name(key),
            Long.toString(revision),
            Base64.getEncoder().encodeToString(body),
            TTL_SECONDS)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  private static Optional<byte[]> at(Response found, long revision) {
    var kept = found.get(0);
    return kept != null && kept.toString().equals(Long.toString(revision))
        ? Optional.of(
            Base64.getDecoder().decode(found.get(1).toString().getBytes(StandardCharsets.US_ASCII)))
        : Optional.empty();
  }

  private static String name(ProfileKey key) {
    return "profile:" + key.workspace() + ":" + key.id();
  }
}
