package dev.perennial.recommendation.serving.api;

import static java.util.function.Predicate.not;

import dev.perennial.contracts.recommendation.v1.RecommendRequest;
import dev.perennial.recommendation.serving.app.CurrentPlacements;
import dev.perennial.recommendation.serving.app.FollowMerges;
import dev.perennial.recommendation.serving.app.ReadRules;
import dev.perennial.recommendation.serving.app.Strategies;
import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.NoSuchPlacement;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads requests; the first thing wrong is answered with INVALID_ARGUMENT and its field. */
@ApplicationScoped
class Requests {

  private static final int MOST = 100;
  private static final int MOST_FALLBACKS = 5;
  private static final int DEFAULT_LIMIT = 10;

  private static final int LONGEST_VISITOR = 200;

  /**
   * A question as it was asked.
   *
   * @param arm empty when no placement was
   * @param split whether the variant was chosen for someone; else it is the first one
   */
  record Asked(Optional<Arm> arm, boolean split, Ask ask) {

    /** Whom the answer counts for: what nobody was split into would count for the first variant. */
    Optional<Arm> counted() {
      return arm.filter(_ -> split);
    }
  }

  private final Strategies strategies;
  private final CurrentPlacements placements;
  private final FollowMerges merges;
  private final Clock clock;

  Requests(Strategies strategies, CurrentPlacements placements, FollowMerges merges, Clock clock) {
    this.strategies = strategies;
    this.placements = placements;
    this.merges = merges;
    this.clock = clock;
  }

  Asked asked(RecommendRequest request) {
    workspace(request.getWorkspace());
    try {
      var asked = request.getPlacement().isEmpty() ? ofStrategies(request) : ofPlacement(request);
      Needs.check(asked.ask());
      return asked;
    } catch (InvalidRequest | NoSuchPlacement e) {
      throw Refusals.ofQuestion(e);
    }
  }

  /** Fails when a chain that may be asked can say nothing for a person of whom no more is said. */
  void checkForPeople(RecommendRequest question) {
    try {
      if (question.getPlacement().isEmpty()) {
        suitsPeople("/strategy", chain(question));
      } else {
        placements.find(question.getWorkspace(), question.getPlacement()).variants().stream()
            .filter(variant -> variant.weight() > 0)
            .forEach(variant -> suitsPeople("/placement", variant.chain()));
      }
    } catch (InvalidRequest | NoSuchPlacement e) {
      throw Refusals.ofQuestion(e);
    }
  }

  private static void suitsPeople(String pointer, List<Strategy> chain) {
    if (!Needs.suitsPeople(chain)) {
      throw new InvalidRequest(
          pointer,
          "can say nothing for a person alone: "
              + String.join(", ", chain.stream().map(Strategy::key).toList()));
    }
  }

  private Asked ofStrategies(RecommendRequest request) {
    return new Asked(
        Optional.empty(),
        false,
        new Ask(query(request), chain(request), rules(request), limit(request.getLimit())));
  }

  private Asked ofPlacement(RecommendRequest request) {
    if (!request.getStrategy().isEmpty()) {
      throw new InvalidRequest("/strategy", "is what the placement says");
    }
    if (request.getFallbacksCount() > 0) {
      throw new InvalidRequest("/fallbacks", "are what the placement says");
    }
    var placement = placements.find(request.getWorkspace(), request.getPlacement());
    var person = person(request);
    var variant = placement.variantFor(person);
    return new Asked(
        Optional.of(new Arm(placement.key(), variant.name())),
        person.isPresent(),
        new Ask(
            query(request),
            variant.chain(),
            variant.rules().and(rules(request)),
            limit(request.getLimit())));
  }

  /** The visitor before the profile, as it stays the same when the visitor becomes a profile. */
  private Optional<String> person(RecommendRequest request) {
    if (request.getVisitorId().length() > LONGEST_VISITOR) {
      throw new InvalidRequest("/visitor_id", "must be at most 200 characters");
    }
    return said(request.getVisitorId()).or(() -> profile(request).map(UUID::toString));
  }

  /** As it is now: what was asked for one that was merged is asked for the one that absorbed it. */
  private Optional<UUID> profile(RecommendRequest request) {
    return said(request.getProfileId())
        .map(id -> merges.follow(request.getWorkspace(), profile("/profile_id", id)));
  }

  private static Rules rules(RecommendRequest request) {
    var rules = ReadRules.read("/rules", request.getRules());
    if (request.getRules().getExcludeBought() && request.getProfileId().isEmpty()) {
      throw new InvalidRequest("/rules/exclude_bought", "takes a profile");
    }
    return request.getExcludedProductIdsCount() == 0
        ? rules
        : rules.without(Set.copyOf(request.getExcludedProductIdsList()));
  }

  private List<Strategy> chain(RecommendRequest request) {
    if (request.getFallbacksCount() > MOST_FALLBACKS) {
      throw Refusals.invalid("/fallbacks", "must be at most 5");
    }
    var chain = new ArrayList<Strategy>();
    chain.add(strategy("/strategy", request.getStrategy()));
    for (int i = 0; i < request.getFallbacksCount(); i++) {
      chain.add(strategy("/fallbacks/" + i, request.getFallbacks(i)));
    }
    return chain;
  }

  private Strategy strategy(String pointer, String key) {
    return strategies
        .find(key)
        .orElseThrow(() -> Refusals.noSuchStrategy(pointer, strategies.keys()));
  }

  private Query query(RecommendRequest request) {
    atMost("/product_ids", request.getProductIdsCount());
    atMost("/excluded_product_ids", request.getExcludedProductIdsCount());
    var clicks = request.getClickedProductIdsList();
    return new Query(
        request.getProductIdsList(),
        profile(request),
        clicks.subList(Math.max(0, clicks.size() - MOST), clicks.size()),
        said(ReadRules.checked("/category", request.getCategory())),
        said(ReadRules.checked("/country", request.getCountry())),
        request.hasExplore() ? Optional.of(explore(request.getExplore())) : Optional.empty(),
        clock.instant());
  }

  static void workspace(String workspace) {
    if (workspace.isEmpty()) {
      throw Refusals.invalid("/workspace", "is required");
    }
  }

  /** The limit asked for, 10 when none was. */
  static int limit(int asked) {
    // Unsigned: what is too great for an int comes as a negative one.
    if (asked < 0 || asked > MOST) {
      throw Refusals.invalid("/limit", "must be 1 to 100");
    }
    return asked == 0 ? DEFAULT_LIMIT : asked;
  }

  static UUID profile(String pointer, String profileId) {
    try {
      return UUID.fromString(profileId);
    } catch (IllegalArgumentException _) {
      throw Refusals.invalid(pointer, "must be a UUID");
    }
  }

  static void profiles(List<String> profileIds) {
    if (profileIds.isEmpty() || profileIds.size() > 500) {
      throw Refusals.invalid("/profile_ids", "must be 1 to 500");
    }
    for (int i = 0; i < profileIds.size(); i++) {
      profile("/profile_ids/" + i, profileIds.get(i));
    }
  }

  static void atMost(String pointer, int count) {
    if (count > MOST) {
      throw Refusals.invalid(pointer, "must be at most 100");
    }
  }

  private static double explore(double asked) {
    if (!(asked >= 0 && asked <= 1)) {
      throw Refusals.invalid("/explore", "must be 0 to 1");
    }
    return asked;
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(not(String::isEmpty));
  }
}
