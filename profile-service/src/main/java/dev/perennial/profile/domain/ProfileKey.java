package dev.perennial.profile.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** One profile of one workspace. */
public record ProfileKey(String workspace, UUID id) {

  public ProfileKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(id, "id");
  }
}
