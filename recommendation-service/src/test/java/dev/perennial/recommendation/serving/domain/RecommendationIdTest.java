package dev.perennial.recommendation.serving.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class RecommendationIdTest {

  private static final UUID ANSWER = UUID.fromString("01998888-0000-7000-8000-000000000000");

  @Example
  void itIsReadableByPeople() {
    var arm = Optional.of(new Arm("cart", "half-price"));
    assertEquals(
        "cart.half-price.next-best.01998888-0000-7000-8000-000000000003",
        new RecommendationId(arm, Optional.of("next-best"), ANSWER, 3).text());
    assertEquals(
        "-.-.pinned.01998888-0000-7000-8000-000000000001",
        new RecommendationId(Optional.empty(), Optional.empty(), ANSWER, 1).text());
  }

  @Property
  void whatIsReadIsWhatWasWritten(@ForAll("ids") RecommendationId id) {
    assertEquals(Optional.of(id), RecommendationId.parse(id.text()));
    assertTrue(id.text().length() <= RecommendationId.LONGEST);
  }

  @Property
  void whateverAClientSendsIsReadOrNot(@ForAll @StringLength(max = 220) String text) {
    RecommendationId.parse(text).ifPresent(id -> assertEquals(text, id.text()));
  }

  @Example
  void whatNoAnswerHasIsNotRead() {
    for (String text :
        new String[] {
          "",
          "-.-.trending",
          "cart.-.trending.01998888-0000-7000-8000-000000000001",
          "-.a.trending.01998888-0000-7000-8000-000000000001",
          "-.-.trending.01998888-0000-7000-8000-000000000000",
          "-.-.TRENDING.01998888-0000-7000-8000-000000000001",
          "-.-..01998888-0000-7000-8000-000000000001",
        }) {
      assertEquals(Optional.empty(), RecommendationId.parse(text), text);
    }
  }

  @Provide
  Arbitrary<RecommendationId> ids() {
    var arms = Combinators.combine(key(64), key(32)).as(Arm::new).optional();
    var answers = Arbitraries.longs().map(bits -> RecommendationId.ofAnswer(new UUID(~bits, bits)));
    return Combinators.combine(
            arms, strategies().optional(), answers, Arbitraries.integers().between(1, 255))
        .as(RecommendationId::new);
  }

  private static Arbitrary<String> strategies() {
    return key(64)
        .filter(key -> Character.isLetter(key.charAt(0)))
        .filter(key -> !key.equals("pinned"));
  }

  private static Arbitrary<String> key(int longest) {
    return Arbitraries.strings()
        .withChars("az09-")
        .ofMinLength(1)
        .ofMaxLength(longest)
        .filter(key -> Arm.PLACEMENT.matcher(key).matches());
  }
}
