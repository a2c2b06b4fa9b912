package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.serving.domain.Best.Ranked;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Chooses what to show for one question. Rules apply before the best are chosen, so that as many
 * come back as were asked for when there are so many.
 */
public final class Ranking {

  /**
   * A product that was chosen.
   *
   * @param strategy empty when it is pinned; so is why
   */
  record Choice(
      Item item,
      double score,
      boolean buried,
      Optional<String> strategy,
      Optional<Candidates> why) {

    boolean is(String id) {
      return item.id().equals(id);
    }
  }

  private final Shop shop;
  private final Ask ask;
  private final Screening screening;
  private final Variety variety;
  private final List<Choice> shown = new ArrayList<>();
  private final List<Choice> setAside = new ArrayList<>();
  private final List<Choice> buried = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private Ranking(Shop shop, Ask ask) {
    this.shop = shop;
    this.ask = ask;
    this.screening = new Screening(shop, ask);
    this.variety = new Variety(ask.rules().diversity());
    // What the items should go with is at hand already.
    seen.addAll(ask.query().products());
  }

  /** What to show, best first. */
  public static Recommendation best(Shop shop, Ask ask) {
    var items = of(shop, ask).shown.stream().map(choice -> suggestion(shop, choice)).toList();
    return new Recommendation(items, shop.baskets().orders());
  }

  /** The same, without what there is to say of each. */
  static Ranking of(Shop shop, Ask ask) {
    var ranking = new Ranking(shop, ask);
    ranking.choose();
    return ranking;
  }

  List<Choice> shown() {
    return shown;
  }

  /** Whether it was one too many of its kind; it may be shown all the same. */
  boolean setAside(String id) {
    return setAside.stream().anyMatch(choice -> choice.is(id));
  }

  /** Of what a strategy serves, the last that is shown. */
  Optional<Choice> lastOf(String strategy) {
    return shown.reversed().stream()
        .filter(choice -> choice.strategy().equals(Optional.of(strategy)))
        .findFirst();
  }

  private void choose() {
    pin();
    for (var strategy : ask.chain()) {
      if (!isFull()) {
        choose(strategy);
      }
    }
    // Better more of a kind than nothing, and what is buried than an empty place.
    fillWith(setAside);
    fillWith(buried);
  }

  private void fillWith(List<Choice> rest) {
    rest.stream().takeWhile(_ -> !isFull()).forEach(shown::add);
  }

  private boolean isFull() {
    return shown.size() >= ask.limit();
  }

  private void pin() {
    for (String id : ask.rules().pins()) {
      int product = shop.products().find(id);
      if (product >= 0 && !isFull() && !seen.contains(id)) {
        var item = screening.item(product);
        if (screening.refusing(item, List.of()).isEmpty() && seen.add(id)) {
          shown.add(new Choice(item, 0, false, Optional.empty(), Optional.empty()));
          variety.count(item);
        }
      }
    }
  }

  private void choose(Strategy strategy) {
    var candidates = strategy.candidates(shop, ask.query());
    for (var ranked : bestFirst(candidates, strategy.filters(shop, ask.query()))) {
      if (isFull()) {
        return;
      }
      seen.add(ranked.item().id());
      var choice =
          new Choice(
              ranked.item(),
              ranked.score(),
              ranked.buried(),
              Optional.of(strategy.key()),
              Optional.of(candidates));
      placeOf(choice).add(choice);
    }
  }

  private List<Choice> placeOf(Choice choice) {
    if (choice.buried) {
      return buried;
    }
    return variety.admits(choice.item) ? shown : setAside;
  }

  private List<Ranked> bestFirst(Candidates candidates, List<Filter> own) {
    int open = variety.asksForAny() ? ask.limit() - shown.size() : Integer.MAX_VALUE;
    var best = new Best(open);
    boolean plain = ask.rules().preferences().isEmpty();
    candidates
        .scores()
        .forEach((product, score) -> {
          // Most candidates of most questions end here, before anything is made for them.
          if (score > 0 && !(plain && !best.isOpenTo(score))) {
            var item = screening.item(product);
            if (!seen.contains(item.id()) && screening.refusing(item, own).isEmpty()) {
              best.offer(screening.ranked(item, score));
            }
          }
        });
    return best.bestFirst();
  }

  private static Suggestion suggestion(Shop shop, Choice choice) {
    var item = choice.item;
    String name =
        item.entry()
            .map(CatalogEntry::name)
            .filter(known -> !known.isEmpty())
            .orElseGet(() -> shop.products().name(item.product()));
    return new Suggestion(
        item.id(),
        name,
        item.entry(),
        choice.score,
        choice.strategy,
        choice.why.map(candidates -> candidates.evidence(item.product())));
  }
}
