package dev.perennial.segment.domain;

import java.util.List;
import java.util.Map;

/**
 * All segments of all workspaces at one moment.
 *
 * @param generation one more with every change of any definition, in the order of commits: what is
 *     known of a profile says up to which generation it is complete
 */
public record Definitions(long generation, Map<String, SegmentSet> workspaces) {

  public Definitions {
    workspaces = Map.copyOf(workspaces);
  }

  public SegmentSet of(String workspace) {
    return workspaces.getOrDefault(workspace, new SegmentSet(generation, List.of()));
  }
}
