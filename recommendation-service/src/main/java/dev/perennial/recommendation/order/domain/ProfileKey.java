package dev.perennial.recommendation.order.domain;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/** A profile of a workspace. */
public record ProfileKey(String workspace, UUID id) {

  public ProfileKey {
    requireNonNull(workspace, "workspace");
    requireNonNull(id, "id");
  }
}
