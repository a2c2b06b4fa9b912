package dev.perennial.recommendation.serving.domain;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Optional;

/**
 * A place on a page, with what may be recommended there.
 *
 * @param variants at least one has a weight
 */
public record Placement(String key, List<Variant> variants) {

  /**
   * One way to fill the place.
   *
   * @param weight its share of the people is its part of all weights
   */
  public record Variant(String name, int weight, List<Strategy> chain, Rules rules) {

    public Variant {
      chain = List.copyOf(chain);
    }
  }

  public Placement {
    variants = List.copyOf(variants);
    if (variants.stream().noneMatch(variant -> variant.weight() > 0)) {
      throw new IllegalArgumentException("a placement needs a variant with a weight");
    }
  }

  /**
   * The variant that a person sees: always the same, on any replica. Without a person it is the
   * first that has a weight.
   */
  public Variant variantFor(Optional<String> person) {
    var split = new Split(key);
    var open = variants.stream().filter(variant -> variant.weight() > 0);
    return person
        .map(one -> open.max(comparingDouble(variant -> split.score(variant, one))))
        .orElseGet(open::findFirst)
        .orElseThrow();
  }
}
