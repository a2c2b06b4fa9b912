package dev.perennial.recommendation.browse.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class TrailTest {

  /** Late, twice, in batches of any size: the latest are kept. */
  @Property
  void isTheSameInWhateverOrderItIsHeardOf(
      @ForAll("interactions") List<Interaction> interactions,
      @ForAll @IntRange(min = 1, max = 6) int limit,
      @ForAll @IntRange(min = 1, max = 4) int batch,
      @ForAll Random random) {
    var heard = new ArrayList<>(interactions);
    heard.addAll(interactions.subList(0, interactions.size() / 2));
    Collections.shuffle(heard, random);
    var trail = Trail.EMPTY;
    for (int i = 0; i < heard.size(); i += batch) {
      trail = trail.with(heard.subList(i, Math.min(heard.size(), i + batch)), limit);
    }
    var expected =
        interactions.stream().distinct().sorted(Interaction.OLDEST_FIRST.reversed()).limit(limit);
    assertEquals(expected.toList().reversed(), trail.interactions());
  }

  @Provide
  static Arbitrary<List<Interaction>> interactions() {
    return Combinators.combine(
            Arbitraries.longs().between(0, 5),
            Arbitraries.of(Kind.values()),
            Arbitraries.of("cup", "plate"))
        .as((minute, kind, product) -> new Interaction(Trips.minute(minute), kind, product))
        .list()
        .ofMaxSize(12);
  }
}
