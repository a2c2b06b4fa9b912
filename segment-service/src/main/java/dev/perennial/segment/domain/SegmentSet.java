package dev.perennial.segment.domain;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The segments of one workspace, and which features they need since which generation. */
public final class SegmentSet {

  private final long generation;
  private final List<Segment> segments;
  private final Map<Feature, Long> needed;
  private final long youngest;

  /**
   * Indexes them.
   *
   * @param generation of the definitions that these segments are taken from
   */
  public SegmentSet(long generation, List<Segment> segments) {
    this.generation = generation;
    this.segments = List.copyOf(segments);
    var since = new HashMap<Feature, Long>();
    for (var segment : segments) {
      segment.features().forEach(feature -> since.merge(feature, segment.generation(), Math::min));
    }
    this.needed = Map.copyOf(since);
    this.youngest = segments.stream().mapToLong(Segment::generation).max().orElse(0);
  }

  public long generation() {
    return generation;
  }

  public List<Segment> segments() {
    return segments;
  }

  /** The generation of the youngest segment. */
  public long youngest() {
    return youngest;
  }

  /** Whether a profile that is complete up to this generation knows this feature. */
  public boolean complete(Feature feature, long upTo) {
    return needed.getOrDefault(feature, Long.MAX_VALUE) <= upTo;
  }

  /** The features that such a profile knows. */
  public Set<Feature> completeAt(long upTo) {
    return upTo >= youngest
        ? needed.keySet()
        : needed.keySet().stream()
            .filter(feature -> complete(feature, upTo))
            .collect(toUnmodifiableSet());
  }

  /** The features that it lacks. */
  public Set<Feature> missingAt(long upTo) {
    return needed.keySet().stream()
        .filter(feature -> !complete(feature, upTo))
        .collect(toUnmodifiableSet());
  }
}
