package dev.perennial.recommendation.serving.domain;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import dev.perennial.recommendation.catalog.domain.CatalogEntry;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** All that may be shown for a question, best first: as said in the contract, without haste. */
record SimplestRanking(Shop shop, Ask ask) {

  List<String> all() {
    var order = new LinkedHashSet<String>();
    ask.rules().pins().stream().filter(id -> mayBeShown(id, List.of())).forEach(order::add);
    var open = new ArrayList<>(order);
    var alike = new ArrayList<String>();
    var buried = new ArrayList<String>();
    for (var link : ask.chain()) {
      for (String id : candidates(link)) {
        if (order.add(id)) {
          (factor(id) == 0 ? buried : tooMany(id, open) ? alike : open).add(id);
        }
      }
    }
    return Stream.of(open, alike, buried).flatMap(List::stream).toList();
  }

  private List<String> candidates(Strategy link) {
    var scores = link.candidates(shop, ask.query()).scores();
    return everything().stream()
        .filter(id -> scores.of(number(id)) > 0 && mayBeShown(id, link.filters(shop, ask.query())))
        .sorted(
            comparingDouble((String id) -> -scores.of(number(id)) * factor(id))
                .thenComparing(id -> id))
        .toList();
  }

  Set<String> everything() {
    var ids = new LinkedHashSet<String>();
    for (int product = 0; product < shop.products().size(); product++) {
      ids.add(shop.products().id(product));
    }
    return ids;
  }

  private boolean mayBeShown(String id, List<Filter> own) {
    if (number(id) < 0 || ask.query().products().contains(id)) {
      return false;
    }
    return !entry(id).deleted()
        && Stream.of(own, ask.rules().filters())
            .flatMap(List::stream)
            .allMatch(filter -> filter.admits(item(id)));
  }

  double factor(String id) {
    return ask.rules().preferences().stream()
        .filter(preference -> preference.match().matches(item(id)))
        .mapToDouble(Preference::factor)
        .reduce(1, (some, other) -> some * other);
  }

  boolean tooMany(String id, List<String> before) {
    var most = ask.rules().diversity();
    var entry = entry(id);
    long brand =
        before.stream()
            .filter(one -> entry(one).brandOrSeller().equals(entry.brandOrSeller()))
            .count();
    long category =
        entry.categories().stream()
            .map(path ->
                before.stream().filter(one -> entry(one).categories().contains(path)).count())
            .max(comparingInt(Long::intValue))
            .orElse(0L);
    return category >= most.mostPerCategory()
        || (!entry.brandOrSeller().isEmpty() && brand >= most.mostPerBrand());
  }

  private CatalogEntry entry(String id) {
    return shop.catalog().entry(number(id)).orElseThrow();
  }

  private Item item(String id) {
    var bought = ask.query().profile().map(shop.baskets()::boughtBy).orElseThrow();
    return new Item(number(id), id, shop.catalog().entry(number(id)), bought.contains(id));
  }

  private int number(String id) {
    return shop.products().find(id);
  }
}
