package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.serving.domain.Explanation.Link;
import dev.perennial.recommendation.serving.domain.Explanation.Verdict;
import dev.perennial.recommendation.serving.domain.Ranking.Choice;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.List;

/** Says why a product is, or is not, in the answer to a question. */
public final class Explain {

  private final Shop shop;
  private final Ask ask;

  public Explain(Shop shop, Ask ask) {
    this.shop = shop;
    this.ask = ask;
  }

  public Explanation product(String id) {
    int product = shop.products().find(id);
    if (product < 0) {
      return new Explanation(id, new Verdict.Unknown(), List.of());
    }
    var links = links(product);
    return new Explanation(id, verdict(id, links), links);
  }

  private Verdict verdict(String id, List<Link> links) {
    if (ask.query().products().contains(id)) {
      return new Verdict.AtHand();
    }
    // The first so many of all that could be shown are what is shown.
    var all = Ranking.of(shop, ask.withLimit(Integer.MAX_VALUE)).shown();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).is(id)) {
        return i < ask.limit()
            ? new Verdict.Shown(i + 1, all.get(i).strategy().isEmpty())
            : notShown(all.get(i), i + 1);
      }
    }
    return notToBeShown(id, links);
  }

  private Verdict notShown(Choice choice, int position) {
    if (choice.buried()) {
      return new Verdict.Buried(position);
    }
    var answer = Ranking.of(shop, ask);
    if (answer.setAside(choice.item().id())) {
      return new Verdict.TooManyAlike(position);
    }
    return choice
        .strategy()
        .flatMap(answer::lastOf)
        .<Verdict>map(last -> new Verdict.Outranked(position, last.score()))
        .orElseGet(() -> new Verdict.ChainFull(position));
  }

  private Verdict notToBeShown(String id, List<Link> links) {
    if (ask.rules().pins().contains(id) || links.stream().anyMatch(Link::isCandidate)) {
      return new Verdict.Removed();
    }
    return links.stream().anyMatch(Link::isTooWeak)
        ? new Verdict.TooWeak()
        : new Verdict.NoCandidate();
  }

  private List<Link> links(int product) {
    var screening = new Screening(shop, ask);
    var item = screening.item(product);
    var links = new ArrayList<Link>();
    for (var strategy : ask.chain()) {
      var candidates = strategy.candidates(shop, ask.query());
      double score = candidates.scores().of(product);
      links.add(
          new Link(
              strategy.key(),
              score,
              screening.ranked(item, score).score(),
              screening.refusing(item, strategy.filters(shop, ask.query())),
              candidates.known(product)));
    }
    return links;
  }
}
