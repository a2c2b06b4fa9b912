package dev.perennial.recommendation.messaging;

import dev.perennial.contracts.events.v1.Source;
import dev.perennial.contracts.profile.v1.EventRecorded;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.SearchText;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What of a profile's activities says what it looks at, in the names of Segment's e-commerce spec.
 */
final class BrowsingDecoder {

  private BrowsingDecoder() {}

  static Stream<Interaction> interactions(ProfileActivity activity) {
    if (!activity.hasEventRecorded()) {
      return Stream.empty();
    }
    var event = activity.getEventRecorded();
    var at = ActivityDecoder.instant(activity.getOccurredAt());
    // What became of a message is no browsing, unless the customer clicked.
    return kind(event).stream()
        .filter(kind -> event.getSource() != Source.OUTCOME || kind == Kind.CLICKED)
        .flatMap(kind -> subjects(event, kind).map(subject -> interaction(at, kind, subject)));
  }

  private static Interaction interaction(Instant at, Kind kind, String subject) {
    return new Interaction(at, kind, subject);
  }

  private static Optional<Kind> kind(EventRecorded event) {
    return Optional.ofNullable(
        switch (event.getName()) {
          case "Product Viewed" -> Kind.VIEWED;
          case "Product Clicked" -> Kind.CLICKED;
          case "Product Added" -> Kind.ADDED;
          case "Product Removed" -> Kind.REMOVED;
          case "Product Added to Wishlist" -> Kind.WISHED;
          case "Products Searched" -> Kind.SEARCHED;
          case "Product" -> isPage(event) ? Kind.VIEWED : null;
          default -> null;
        });
  }

  /** Whether it says that a page or a screen was looked at. */
  static boolean isPage(EventRecorded event) {
    return switch (event.getType()) {
      case PAGE, SCREEN -> true;
      default -> false;
    };
  }

  private static Stream<String> subjects(EventRecorded event, Kind kind) {
    if (kind == Kind.SEARCHED) {
      return ClientTexts.id(ClientTexts.properties(event), "query")
          .flatMap(SearchText::normal)
          .stream();
    }
    return ClientTexts.products(event);
  }
}
