package dev.perennial.profile.app;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.profile.domain.Identifier;
import dev.perennial.profile.domain.ProfileKey;
import dev.perennial.profile.store.ProfileCache;
import dev.perennial.profile.store.ProfileReads;
import dev.perennial.profile.store.ProfileReads.Version;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads profiles. Postgres says which revision is current, which is one look at an index; the rest
 * comes from the cache when it holds that very revision.
 */
@ApplicationScoped
public class ReadProfile {

  private final ProfileReads reads;
  private final ProfileCache cache;

  public ReadProfile(ProfileReads reads, ProfileCache cache) {
    this.reads = reads;
    this.cache = cache;
  }

  public Uni<Optional<Profile>> byId(ProfileKey key) {
    return reads.byId(key).chain(this::at);
  }

  public Uni<Optional<Profile>> byIdentifier(Identifier identifier) {
    return reads.byIdentifier(identifier).chain(this::at);
  }

  /** Those that exist; always from Postgres. */
  public Uni<List<Profile>> all(String workspace, Collection<UUID> ids) {
    return reads.views(workspace, ids).map(views -> views.stream().map(Wire::profile).toList());
  }

  private Uni<Optional<Profile>> at(Optional<Version> version) {
    return version.isEmpty()
        ? Uni.createFrom().item(Optional.empty())
        : cache
            .get(version.get().key(), version.get().revision())
            .chain(cached ->
                cached.isPresent()
                    ? Uni.createFrom().item(cached.map(ReadProfile::parsed))
                    : load(version.get().key()));
  }

  private Uni<Optional<Profile>> load(ProfileKey key) {
    return all(key.workspace(), List.of(key.id()))
        .map(profiles -> profiles.stream().findFirst())
        .call(profile ->
            profile.isEmpty()
                ? Uni.createFrom().voidItem()
                : cache.put(key, profile.get().getRevision(), profile.get().toByteArray()));
  }

  private static Profile parsed(byte[] body) {
    try {
      return Profile.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("the cache does not hold what was put there", e);
    }
  }
}
