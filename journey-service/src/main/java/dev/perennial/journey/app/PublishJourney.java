package dev.perennial.journey.app;

import dev.perennial.journey.domain.Journey;
import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.JourneySheet;
import dev.perennial.journey.domain.JourneySheet.Stage;
import dev.perennial.journey.domain.Start;
import dev.perennial.journey.store.JourneySheets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes the draft the next version, unless it is published already, and has the journey run. */
@ApplicationScoped
public class PublishJourney {

  private final Mutiny.SessionFactory sessions;
  private final JourneySheets sheets;
  private final DefinitionParser parser;
  private final Clock clock;

  PublishJourney(
      Mutiny.SessionFactory sessions, JourneySheets sheets, DefinitionParser parser, Clock clock) {
    this.sessions = sessions;
    this.sheets = sheets;
    this.parser = parser;
    this.clock = clock;
  }

  public Uni<JourneySheet> publish(JourneyId id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sessions.withTransaction(session ->
        sheets
            .lock(session, id)
            .map(found -> found.orElseThrow(NoSuchJourney::new))
            .flatMap(sheet -> publish(session, sheet, now)));
  }

  private Uni<JourneySheet> publish(Mutiny.Session session, JourneySheet sheet, Instant now) {
    return switch (parser.parse(sheet.id().key(), sheet.draft())) {
      case Definition.Invalid(var problems) ->
          Uni.createFrom().failure(new InvalidDefinition(problems));
      case Definition.Valid(Journey journey) ->
          sheets
              .newestDefinition(session, sheet)
              .map(newest -> newest.filter(text -> says(sheet, text, journey)).isPresent())
              .flatMap(same -> {
                if (same && sheet.stage() == Stage.PUBLISHED) {
                  return Uni.createFrom().item(sheet);
                }
                var published = published(sheet, same ? 0 : 1, now);
                return sheets
                    .save(session, published)
                    .call(() -> same ? nothing() : sheets.addVersion(session, published))
                    .call(() -> enrol(session, published, journey));
              });
    };
  }

  private boolean says(JourneySheet sheet, String text, Journey journey) {
    return parser.parse(sheet.id().key(), text) instanceof Definition.Valid(Journey newest)
        && newest.equals(journey);
  }

  private static JourneySheet published(JourneySheet sheet, int versions, Instant now) {
    return new JourneySheet(
        sheet.id(), sheet.name(), sheet.draft(), Stage.PUBLISHED, sheet.version() + versions, now);
  }

  /** Those who became members during a pause are members now, and are taken in as well. */
  private Uni<Void> enrol(Mutiny.Session session, JourneySheet sheet, Journey journey) {
    return switch (journey.start()) {
      case Start.OnSegment start when start.existing() ->
          sheets.enrol(session, sheet, start.segment());
      case Start.OnSegment _ -> sheets.stopEnrolling(session, sheet.id());
    };
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
