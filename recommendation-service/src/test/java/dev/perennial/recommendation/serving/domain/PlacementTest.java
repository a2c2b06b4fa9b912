package dev.perennial.recommendation.serving.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.recommendation.serving.domain.Placement.Variant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class PlacementTest {

  private static final int PEOPLE = 40_000;

  @Property
  void whoSeesAnotherVariantWhenAWeightGrowsSeesThatOne(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 100) Integer> weights,
      @ForAll @IntRange(max = 5) int index,
      @ForAll @IntRange(min = 1, max = 500) int more,
      @ForAll @StringLength(min = 1, max = 40) String person) {
    int grows = index % weights.size();
    var after = new ArrayList<>(weights);
    after.set(grows, weights.get(grows) + more);
    String saw = seen(weights, person);
    String sees = seen(after, person);
    assertEquals(sees.equals(saw) ? saw : "v" + grows, sees);
  }

  @Property
  void onlyThePeopleOfAVariantThatGoesSeeAnother(
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 100) Integer> weights,
      @ForAll @StringLength(min = 1, max = 40) String person) {
    var after = new ArrayList<>(weights);
    after.set(0, 0);
    String saw = seen(weights, person);
    String sees = seen(after, person);
    assertEquals(!saw.equals("v0"), sees.equals(saw));
  }

  @Example
  void theSharesOfPeopleFollowTheWeights() {
    int[] people = new int[3];
    for (int i = 0; i < PEOPLE; i++) {
      people[seen(List.of(1, 2, 5), new UUID(7, i).toString()).charAt(1) - '0']++;
    }
    // Five standard deviations; the people are always the same.
    assertEquals(PEOPLE / 8.0, people[0], 5 * Math.sqrt(PEOPLE * 0.125 * 0.875));
    assertEquals(PEOPLE / 4.0, people[1], 5 * Math.sqrt(PEOPLE * 0.25 * 0.75));
  }

  @Example
  void placementsSplitPeopleIndependently() {
    int same = 0;
    for (int i = 0; i < PEOPLE; i++) {
      String person = "visitor-" + i;
      same +=
          seen("home", List.of(1, 1), person).equals(seen("cart", List.of(1, 1), person)) ? 1 : 0;
    }
    assertEquals(PEOPLE / 2.0, same, 5 * Math.sqrt(PEOPLE * 0.25));
  }

  @Example
  void nobodyInParticularSeesTheFirstWithAWeight() {
    assertEquals("v1", placement("p", List.of(0, 1, 9)).variantFor(Optional.empty()).name());
  }

  @Example
  void aPlacementThatShowsNothingToAnyoneIsNone() {
    assertThrows(IllegalArgumentException.class, () -> placement("p", List.of(0, 0)));
  }

  private static String seen(List<Integer> weights, String person) {
    return seen("p", weights, person);
  }

  private static String seen(String placement, List<Integer> weights, String person) {
    return placement(placement, weights).variantFor(Optional.of(person)).name();
  }

  private static Placement placement(String key, List<Integer> weights) {
    var variants = new ArrayList<Variant>();
    for (int i = 0; i < weights.size(); i++) {
      variants.add(new Variant("v" + i, weights.get(i), List.of(), Rules.NONE));
    }
    return new Placement(key, variants);
  }
}
