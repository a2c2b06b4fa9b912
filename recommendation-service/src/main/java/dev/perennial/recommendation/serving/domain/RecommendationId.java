package dev.perennial.recommendation.serving.domain;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names an item of an answer so that it says itself what served it: events about the item that send
 * it along can be counted by placement, variant and strategy without looking anything up.
 *
 * @param arm empty when no placement was asked
 * @param strategy empty when the item was pinned
 * @param answer whose last byte is 0: see {@link #ofAnswer}
 * @param position in the answer, from 1 to 255
 */
public record RecommendationId(
    Optional<Arm> arm, Optional<String> strategy, UUID answer, int position) {

  /** The longest text, in characters. */
  public static final int LONGEST = 200;

  private static final String NONE = "-";
  private static final String PINNED = "pinned";
  private static final long LAST_BYTE = 0xFF;
  private static final Pattern TEXT =
      Pattern.compile(
          "(-|[a-z0-9][a-z0-9-]{0,63})\\.(-|[a-z0-9][a-z0-9-]{0,31})\\.([a-z][a-z0-9-]{0,63})\\."
              + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

  public RecommendationId {
    if (!answer.equals(ofAnswer(answer)) || position < 1 || position > LAST_BYTE) {
      throw new IllegalArgumentException("a position is 1 to 255, in place of the last byte");
    }
  }

  /** The id of an answer: there is room in it for the position of an item. */
  public static UUID ofAnswer(UUID random) {
    return new UUID(random.getMostSignificantBits(), random.getLeastSignificantBits() & ~LAST_BYTE);
  }

  /** Reads what {@link #text} wrote; empty for anything else, as clients send it. */
  public static Optional<RecommendationId> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher parts = TEXT.matcher(text);
    return parts.matches() ? read(parts) : Optional.empty();
  }

  private static Optional<RecommendationId> read(Matcher parts) {
    String placement = parts.group(1);
    String variant = parts.group(2);
    UUID item = UUID.fromString(parts.group(4));
    int position = (int) (item.getLeastSignificantBits() & LAST_BYTE);
    if (placement.equals(NONE) != variant.equals(NONE) || position == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new RecommendationId(
            placement.equals(NONE) ? Optional.empty() : Optional.of(new Arm(placement, variant)),
            Optional.of(parts.group(3)).filter(strategy -> !strategy.equals(PINNED)),
            ofAnswer(item),
            position));
  }

  /** As it is sent, at most {@value #LONGEST} characters. */
  public String text() {
    var item =
        new UUID(answer.getMostSignificantBits(), answer.getLeastSignificantBits() | position);
    return String.join(
        ".",
        arm.map(Arm::placement).orElse(NONE),
        arm.map(Arm::variant).orElse(NONE),
        strategy.orElse(PINNED),
        item.toString());
  }
}
