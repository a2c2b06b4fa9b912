package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.interest.domain.Noticed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What is asked for. A strategy looks at what it needs of it.
 *
 * @param products the page or the cart that the items should go with
 * @param clicks what a visitor looked at in this session, the last one last
 * @param category only best sellers, new ones and trends of it are asked for
 * @param country ISO 3166 or as the shop names it; the same holds
 * @param explore from 0 (what the person knows) to 1 (what is new to them); empty leaves it to the
 *     strategy
 * @param news to the profile, as far as a strategy that is asked goes by it
 */
public record Query(
    List<String> products,
    Optional<UUID> profile,
    List<String> clicks,
    Optional<String> category,
    Optional<String> country,
    Optional<Double> explore,
    Instant now,
    List<Noticed> news) {

  public Query {
    products = List.copyOf(products);
    clicks = List.copyOf(clicks);
    news = List.copyOf(news);
    if (explore.isPresent() && !(explore.get() >= 0 && explore.get() <= 1)) {
      throw new IllegalArgumentException("explore must be 0 to 1");
    }
  }

  /** One of which no news was looked up. */
  public Query(
      List<String> products,
      Optional<UUID> profile,
      List<String> clicks,
      Optional<String> category,
      Optional<String> country,
      Optional<Double> explore,
      Instant now) {
    this(products, profile, clicks, category, country, explore, now, List.of());
  }

  Query withNews(List<Noticed> found) {
    return new Query(products, profile, clicks, category, country, explore, now, found);
  }

  public static Query ofProducts(List<String> products, Instant now) {
    return new Query(
        products,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  public static Query ofProfile(UUID profile, Instant now) {
    return new Query(
        List.of(),
        Optional.of(profile),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  public static Query ofClicks(List<String> clicks, Instant now) {
    return new Query(
        List.of(),
        Optional.empty(),
        clicks,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        now);
  }

  public static Query ofShop(Instant now) {
    return ofProducts(List.of(), now);
  }
}
