package dev.perennial.evaluation.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;

import dev.perennial.recommendation.browse.domain.Interaction;
import dev.perennial.recommendation.browse.domain.Kind;
import dev.perennial.recommendation.browse.domain.Trail;
import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Ask;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Ranking;
import dev.perennial.recommendation.serving.domain.Rules;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.serving.domain.Suggestion;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;

/** The service: its shop, filled with what happened in training, and a strategy of its own. */
record Served(Shop shop, Strategy strategy) {

  /** As the service keeps of each profile. */
  private static final int TRAIL = 200;

  /** A shop that knows these sessions, and a catalog of what they hold. */
  static Shop shop(List<List<Event>> sessions) {
    var shop = new Shop();
    sessions.stream()
        .flatMap(List::stream)
        .collect(groupingBy(Event::user))
        .forEach((user, events) -> shop.browsing().put(profile(user), trail(events)));
    sessions.stream()
        .flatMap(List::stream)
        .forEach(
            event -> shop.catalog().put(shop.products().number(event.product()), entry(event)));
    shop.replaceModel(ContentSimilarity.class, ContentSimilarity.of(shop.catalog()));
    return shop;
  }

  /** What it shows. */
  Predictor shown() {
    return (clicks, now, count) -> {
      var ask = new Ask(Query.ofClicks(clicks, now), List.of(strategy), Rules.NONE, count);
      return Ranking.best(shop, ask).items().stream().map(Suggestion::product).toList();
    };
  }

  /** What it scores, before that which is looked at now is taken out. */
  Predictor scored() {
    return Predictor.of(this::scores);
  }

  private Map<String, Double> scores(List<String> clicks, Instant now) {
    var scores = new HashMap<String, Double>();
    strategy
        .candidates(shop, Query.ofClicks(clicks, now))
        .scores()
        .forEach((product, score) -> scores.put(shop.products().id(product), score));
    return scores;
  }

  private static Trail trail(List<Event> events) {
    return Trail.EMPTY.with(
        events.stream()
            .filter(event -> !event.type().equals("purchase"))
            .map(event -> new Interaction(event.at(), kind(event), event.product()))
            .toList(),
        TRAIL);
  }

  private static Kind kind(Event event) {
    return event.isView() ? Kind.VIEWED : Kind.ADDED;
  }

  private static UUID profile(String user) {
    return UUID.nameUUIDFromBytes(user.getBytes(UTF_8));
  }

  private static CatalogEntry entry(Event event) {
    return new CatalogEntry(
        "",
        "",
        List.of(event.category()),
        event.brand(),
        "",
        OptionalLong.of(event.priceMicros()),
        OptionalLong.empty(),
        "",
        OptionalLong.empty(),
        new TreeSet<>(),
        "",
        "",
        event.at(),
        false);
  }
}
