package dev.perennial.recommendation.popular.domain;

import dev.perennial.recommendation.browse.domain.Hours;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is searched for more than it was, surely. A search counts once an hour of each profile. What
 * fewer than three profiles searched for lately is never told, as it may be somebody's secret.
 */
public final class TrendingSearches {

  /**
   * A search that trends.
   *
   * @param profiles that searched for it within the last hours
   */
  public record Trend(String query, int profiles, double score, Evidence.Trend evidence) {}

  /** What is asked of a shop, and what the answer depends on. */
  private record Question(int limit) {}

  private record State(long searches, int hour) {}

  private record Answer(List<Trend> strongest) {}

  private record Counted(String query, int profiles, int recent, int past) {}

  private static final int LEAST_PROFILES = 3;
  private static final int RECENT_HOURS = 24;
  private static final int PAST_HOURS = 24 * 28;

  private static final Comparator<Trend> STRONGEST_FIRST =
      Comparator.comparingDouble(Trend::score).reversed().thenComparing(Trend::query);

  private TrendingSearches() {}

  /** The strongest, strongest first. */
  public static List<Trend> of(Shop shop, Instant now, int limit) {
    int hour = Hours.of(now);
    return shop.answers()
        .get(
            Answer.class,
            new Question(limit),
            new State(shop.browsing().version(), hour),
            () -> new Answer(strongest(shop, hour, limit)))
        .strongest;
  }

  private static List<Trend> strongest(Shop shop, int hour, int limit) {
    var all = new ArrayList<Counted>();
    shop.browsing()
        .forEachSearch((query, hoursOfEach) -> all.add(counted(query, hoursOfEach, hour)));
    long allRecent = all.stream().mapToLong(Counted::recent).sum();
    long allPast = all.stream().mapToLong(Counted::past).sum();
    return all.stream()
        .filter(one -> one.profiles >= LEAST_PROFILES)
        .map(one -> trend(one, Surge.of(one.recent, one.past, allRecent, allPast)))
        .filter(trend -> trend.score > 0)
        .sorted(STRONGEST_FIRST)
        .limit(limit)
        .toList();
  }

  private static Counted counted(
      String query, Iterable<? extends Iterable<Integer>> hoursOfEach, int now) {
    int profiles = 0;
    int recent = 0;
    int past = 0;
    for (var hours : hoursOfEach) {
      int before = recent;
      for (int hour : hours) {
        if (hour > now - RECENT_HOURS && hour <= now) {
          recent++;
        } else if (hour > now - RECENT_HOURS - PAST_HOURS && hour <= now) {
          past++;
        }
      }
      profiles += recent > before ? 1 : 0;
    }
    return new Counted(query, profiles, recent, past);
  }

  private static Trend trend(Counted counted, Surge surge) {
    var evidence =
        new Evidence.Trend(
            surge.recent(), RECENT_HOURS, surge.past(), PAST_HOURS, surge.timesAtLeast());
    double score = surge.unexplained() * counted.recent;
    return new Trend(counted.query, counted.profiles, score, evidence);
  }
}
