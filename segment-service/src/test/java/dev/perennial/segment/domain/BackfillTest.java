package dev.perennial.segment.domain;

import static dev.perennial.segment.domain.Stories.ANN;
import static dev.perennial.segment.domain.Stories.hour;
import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** However activities, new definitions, backfills and timers interleave, the result is the same. */
class BackfillTest {

  /** What happens next in a run; hours pass before it. */
  sealed interface Step {
    /** Profile-service publishes; this one follows it later. */
    record Publish(Change change, int hoursLate) implements Step {}

    record Follow() implements Step {}

    record Define(String key, Condition condition) implements Step {}

    /** A page of history as it is now; what was published and not followed yet is in it. */
    record Fill() implements Step {}

    record PassTime(int hours) implements Step {}
  }

  @Property(tries = 1000)
  void aSegmentThatCameLaterHoldsWhomItWouldHaveHeldAlways(@ForAll("runs") List<Step> steps) {
    var run = new Run();
    steps.forEach(run::step);
    run.finish();

    var always = new Run();
    steps.stream().filter(Step.Define.class::isInstance).forEach(always::step);
    steps.stream().filter(step -> !(step instanceof Step.Define)).forEach(always::step);
    always.finish();

    assertEquals(always.members(), run.members());
    assertEquals(
        always.profile.map(Profile::next).orElse(Answer.FOR_EVER),
        run.profile.map(Profile::next).orElse(Answer.FOR_EVER));
  }

  @Property(tries = 300)
  void transitionsAddUpToTheMemberships(@ForAll("runs") List<Step> steps) {
    var run = new Run();
    steps.forEach(run::step);
    run.finish();

    assertEquals(run.members().keySet(), run.told.keySet());
  }

  @Property(tries = 2000)
  void aHistoryTellsSinceWhenAsIfItHadBeenFollowed(
      @ForAll("conditions") Condition condition,
      @ForAll @Size(min = 1, max = 10) List<@IntRange(max = 30) Integer> gaps) {
    var segments = new SegmentSet(1, List.of(Segment.of("it", 1, 1, condition)));
    var segmentation = new Segmentation(segments);
    Optional<Profile> followed = Optional.empty();
    List<History.Past> events = new ArrayList<>();
    int clock = 0;
    for (int gap : gaps) {
      clock += gap;
      var event = Stories.order(gap % 3);
      events.add(new History.Past(hour(clock), event));
      var activity = Stories.activity(events.size(), hour(clock), event);
      followed = Optional.of(segmentation.follow(ANN, followed, activity, hour(clock)).profile());
    }
    var now = hour(clock + 10);
    var lived = segmentation.passTime(followed.orElseThrow(), now, now).profile();

    var told =
        segmentation.fill(ANN, Optional.empty(), new History(events.size(), Map.of(), events), now);

    assertEquals(times(lived), times(told.profile()));
  }

  private static List<Instant> times(Profile profile) {
    return profile.memberships().values().stream()
        .flatMap(membership -> Stream.of(membership.enteredAt(), membership.validUntil()))
        .toList();
  }

  @Provide
  Arbitrary<Condition> conditions() {
    return Stories.conditions();
  }

  @Provide
  Arbitrary<List<Step>> runs() {
    var publish =
        Combinators.combine(Stories.changes(), Arbitraries.of(0, 0, 0, 1, 30))
            .as((change, late) -> (Step) new Step.Publish(change, late));
    var define =
        Combinators.combine(Arbitraries.of("one", "two"), Stories.conditions())
            .as((key, condition) -> (Step) new Step.Define(key, condition));
    return Arbitraries.frequencyOf(
            Tuple.of(5, publish),
            Tuple.of(5, Arbitraries.just((Step) new Step.Follow())),
            Tuple.of(2, define),
            Tuple.of(2, Arbitraries.just((Step) new Step.Fill())),
            Tuple.of(1, Arbitraries.of(1, 7, 26).map(h -> (Step) new Step.PassTime(h))))
        .list()
        .ofMaxSize(25);
  }

  /** One profile in this service and in profile-service. */
  private static final class Run {
    private final Map<String, Segment> definitions = new HashMap<>();
    private final List<Activity> published = new ArrayList<>();
    private final Map<String, Transition> told = new HashMap<>();
    private Optional<Profile> profile = Optional.empty();
    private long generation;
    private int followed;
    private int clock = 100;

    void step(Step step) {
      switch (step) {
        case Step.Publish(var change, int late) ->
            published.add(Stories.activity(published.size() + 1L, hour(clock - late), change));
        case Step.Follow() -> follow();
        case Step.Define(var key, var condition) ->
            definitions.put(key, Segment.of(key, 1, ++generation, condition));
        case Step.Fill() -> fill();
        case Step.PassTime(int hours) -> {
          clock += hours;
          profile.ifPresent(one -> take(segmentation().passTime(one, now(), now())));
        }
      }
    }

    void finish() {
      fill();
      while (followed < published.size()) {
        follow();
      }
      fill();
      step(new Step.PassTime(3));
    }

    Map<String, Instant> members() {
      return profile.map(Profile::memberships).orElse(Map.of()).entrySet().stream()
          .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().validUntil()));
    }

    private void follow() {
      if (followed < published.size()) {
        var activity = published.get(followed++);
        // A workspace without segments keeps nothing.
        if (!definitions.isEmpty()) {
          take(segmentation().follow(ANN, profile, activity, now()));
        }
      }
    }

    private void fill() {
      var segments = segments();
      boolean lacking = profile.map(one -> one.generation() < segments.youngest()).orElse(true);
      if (!published.isEmpty() && lacking) {
        take(new Segmentation(segments).fill(ANN, profile, history(), now()));
      }
    }

    private History history() {
      Map<String, Value> traits = new HashMap<>();
      List<History.Past> events = new ArrayList<>();
      for (var activity : published) {
        switch (activity.change()) {
          case Change.Happened event -> events.add(new History.Past(activity.occurredAt(), event));
          case Change.TraitsSet(var set) ->
              set.forEach((name, value) ->
                  value.ifPresentOrElse(v -> traits.put(name, v), () -> traits.remove(name)));
          case Change.Removed(), Change.Nothing() -> {}
        }
      }
      return new History(published.size(), traits, events);
    }

    private void take(Outcome outcome) {
      profile = Optional.of(outcome.profile());
      for (var transition : outcome.transitions()) {
        switch (transition.kind()) {
          case ENTERED -> assertEquals(null, told.put(transition.segment(), transition));
          case LEFT -> assertEquals(true, told.remove(transition.segment()) != null);
        }
      }
    }

    private Segmentation segmentation() {
      return new Segmentation(segments());
    }

    private SegmentSet segments() {
      return new SegmentSet(generation, List.copyOf(definitions.values()));
    }

    private Instant now() {
      return hour(clock);
    }
  }
}
