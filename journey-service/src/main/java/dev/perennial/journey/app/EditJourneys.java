package dev.perennial.journey.app;

import dev.perennial.journey.domain.JourneyId;
import dev.perennial.journey.domain.JourneySheet;
import dev.perennial.journey.domain.JourneySheet.Stage;
import dev.perennial.journey.domain.Problem;
import dev.perennial.journey.store.JourneySheets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Creates, changes, pauses and reads journeys. */
@ApplicationScoped
public class EditJourneys {

  private final Mutiny.SessionFactory sessions;
  private final JourneySheets sheets;
  private final DefinitionParser parser;
  private final Clock clock;

  EditJourneys(
      Mutiny.SessionFactory sessions, JourneySheets sheets, DefinitionParser parser, Clock clock) {
    this.sessions = sessions;
    this.sheets = sheets;
    this.parser = parser;
    this.clock = clock;
  }

  /** A draft may be unfinished, but it is JSON. */
  public Uni<JourneySheet> put(JourneyId id, String name, String definition) {
    var problems = new ArrayList<Problem>();
    slug(problems, "/workspace", id.workspace());
    slug(problems, "/key", id.key());
    if (name.length() > 200) {
      problems.add(new Problem("/name", "must be 200 characters at most"));
    }
    problems.addAll(parser.problemsOfJson(definition));
    if (!problems.isEmpty()) {
      return Uni.createFrom().failure(new InvalidDefinition(problems));
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sessions.withTransaction(session ->
        sheets
            .lock(session, id)
            .map(old ->
                new JourneySheet(
                    id,
                    name,
                    definition,
                    old.map(JourneySheet::stage).orElse(Stage.DRAFT),
                    old.map(JourneySheet::version).orElse(0),
                    now))
            .flatMap(sheet -> sheets.save(session, sheet)));
  }

  public Uni<JourneySheet> pause(JourneyId id) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return sessions.withTransaction(session ->
        sheets
            .lock(session, id)
            .map(found -> found.orElseThrow(NoSuchJourney::new))
            .flatMap(sheet ->
                switch (sheet.stage()) {
                  case DRAFT -> Uni.createFrom().failure(new NeverPublished());
                  case PAUSED -> Uni.createFrom().item(sheet);
                  case PUBLISHED ->
                      sheets.save(
                          session,
                          new JourneySheet(
                              id, sheet.name(), sheet.draft(), Stage.PAUSED, sheet.version(), now));
                }));
  }

  public Uni<JourneySheet> get(JourneyId id) {
    return sessions
        .withTransaction(session -> sheets.find(session, id))
        .map(found -> found.orElseThrow(NoSuchJourney::new));
  }

  /** In order of key. */
  public Uni<List<JourneySheet>> list(String workspace) {
    return sessions.withTransaction(session -> sheets.of(session, workspace));
  }

  private static void slug(List<Problem> problems, String pointer, String value) {
    if (!Fields.SLUG.matcher(value).matches()) {
      problems.add(
          new Problem(pointer, "must be lower-case letters, digits and hyphens, 64 at most"));
    }
  }
}
