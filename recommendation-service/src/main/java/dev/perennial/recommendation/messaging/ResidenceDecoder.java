package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.profile.v1.ProfileActivity;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a profile says that it lives: the trait {@code country}, else {@code address.country}. */
final class ResidenceDecoder {

  /** No country's name has as many characters. */
  private static final int LONGEST = 200;

  private ResidenceDecoder() {}

  /** Empty when nothing is said; an empty country when it was taken away. */
  static Optional<String> country(ProfileActivity activity) {
    if (!activity.hasTraitsChanged()) {
      return Optional.empty();
    }
    var changed = ClientTexts.object(activity.getTraitsChanged().getChanged());
    if (changed.containsKey("country")) {
      return Optional.of(text(changed.getValue("country")));
    }
    return changed.containsKey("address")
        ? Optional.of(ofAddress(changed.getValue("address")))
        : Optional.empty();
  }

  private static String ofAddress(@Nullable Object address) {
    return address instanceof JsonObject known ? text(known.getValue("country")) : "";
  }

  private static String text(@Nullable Object value) {
    return value instanceof String country ? ClientTexts.shown(country.strip(), LONGEST) : "";
  }
}
