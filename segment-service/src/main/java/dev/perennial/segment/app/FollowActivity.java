package dev.perennial.segment.app;

import dev.perennial.segment.domain.Activity;
import dev.perennial.segment.domain.Change;
import dev.perennial.segment.domain.Definitions;
import dev.perennial.segment.domain.Outcome;
import dev.perennial.segment.domain.Profile;
import dev.perennial.segment.domain.ProfileKey;
import dev.perennial.segment.domain.Segmentation;
import dev.perennial.segment.domain.Transition;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows what profiles do, and tells who enters and leaves. */
@ApplicationScoped
public class FollowActivity {

  /** The next activity of a profile. */
  public record Step(ProfileKey profile, Activity activity) {}

  private final CurrentDefinitions definitions;
  private final Profiles profiles;

  FollowActivity(CurrentDefinitions definitions, Profiles profiles) {
    this.definitions = definitions;
    this.profiles = profiles;
  }

  /**
   * Applies these, in order.
   *
   * @param now the database's clock
   */
  public Uni<List<Transition>> follow(SqlConnection tx, Instant now, List<Step> steps) {
    return definitions.get(tx).chain(current -> follow(tx, now, relevant(steps, current), current));
  }

  private Uni<List<Transition>> follow(
      SqlConnection tx, Instant now, List<Step> steps, Definitions current) {
    if (steps.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var keys = steps.stream().map(Step::profile).distinct().toList();
    return profiles
        .load(tx, keys)
        .chain(before -> {
          var transitions = new ArrayList<Transition>();
          var outcomes = new LinkedHashMap<ProfileKey, Outcome>();
          for (var step : steps) {
            var outcome = follow(step, latest(step.profile(), outcomes, before), current, now);
            outcomes.put(step.profile(), outcome);
            transitions.addAll(outcome.transitions());
          }
          return profiles.save(tx, before, outcomes.values()).replaceWith(List.copyOf(transitions));
        });
  }

  private static Outcome follow(
      Step step, Optional<Profile> before, Definitions current, Instant now) {
    return new Segmentation(current.of(step.profile().workspace()))
        .follow(step.profile(), before, step.activity(), now);
  }

  private static Optional<Profile> latest(
      ProfileKey key, Map<ProfileKey, Outcome> outcomes, Map<ProfileKey, Profile> before) {
    return Optional.ofNullable(outcomes.get(key))
        .map(Outcome::profile)
        .or(() -> Optional.ofNullable(before.get(key)));
  }

  /** Without segments nothing is kept, and there is only something to forget. */
  private static List<Step> relevant(List<Step> steps, Definitions current) {
    return steps.stream()
        .filter(step ->
            step.activity().change() instanceof Change.Removed
                || !current.of(step.profile().workspace()).segments().isEmpty())
        .toList();
  }
}
