package dev.perennial.recommendation.order.store;

import dev.perennial.recommendation.order.domain.ProfileKey;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Collection;
import java.util.UUID;

/** Profiles as columns. */
public final class Profiles {

  private Profiles() {}

  public static ProfileKey of(Row row) {
    return new ProfileKey(row.getString("workspace"), row.getUUID("profile_id"));
  }

  public static String[] workspaces(Collection<ProfileKey> profiles) {
    return profiles.stream().map(ProfileKey::workspace).toArray(String[]::new);
  }

  public static UUID[] ids(Collection<ProfileKey> profiles) {
    return profiles.stream().map(ProfileKey::id).toArray(UUID[]::new);
  }

  public static Tuple columns(Collection<ProfileKey> profiles) {
    return Tuple.of(workspaces(profiles), ids(profiles));
  }
}
