package dev.perennial.recommendation.together.domain;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import dev.perennial.recommendation.catalog.domain.Products;
import dev.perennial.recommendation.order.domain.BasketIndex;
import dev.perennial.recommendation.order.domain.Tally;
import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Evidence;
import dev.perennial.recommendation.serving.domain.Filter;
import dev.perennial.recommendation.serving.domain.Needs;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Scores;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Products that go with those at hand, else with what the person bought. The model scores them;
 * where it does not know a product yet, or there is none, the sum over the seeds of the confidence
 * does, of pairs that the guard admits. Whatever is behind an item is counted at the moment.
 */
public final class FrequentlyBoughtTogether implements Strategy {

  /** Of a person's products, looked at by default. */
  public static final int PROFILE_SEEDS = 50;

  /** Of more, sums are kept for all products rather than for those that turn up: most do. */
  private static final int FEW_SEEDS = 4;

  /** Products that go with one: most models keep no more. */
  private static final int EXPECTED = 512;

  private static final Tally NONE = new Tally(0);

  private final Guard guard;
  private final int profileSeeds;

  /**
   * A search.
   *
   * @param profileSeeds so many products of a person are looked at, the latest first
   */
  public FrequentlyBoughtTogether(Guard guard, int profileSeeds) {
    this.guard = guard;
    this.profileSeeds = profileSeeds;
  }

  @Override
  public String key() {
    return "frequently-bought-together";
  }

  @Override
  public List<Filter> filters(Shop shop, Query query) {
    return query.products().isEmpty() ? List.of(new Filter.NotBought()) : List.of();
  }

  @Override
  public String shows() {
    return "What orders hold together with the products, or with what the person bought";
  }

  @Override
  public Set<Needs> needs() {
    return Set.of(Needs.PRODUCTS, Needs.PROFILE);
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    var search = new Search(shop, seeds(shop, query));
    return new Candidates(search.scores(), search::evidence, search::tooWeak);
  }

  /** Without those that no order holds any more: they are as if there had never been one. */
  private int[] seeds(Shop shop, Query query) {
    var ids =
        query.products().isEmpty() && query.profile().isPresent()
            ? shop.baskets().boughtBy(query.profile().get()).stream().limit(profileSeeds).toList()
            : query.products();
    return Arrays.stream(shop.numbers(ids))
        .filter(seed -> shop.baskets().ordersWith(seed) > 0)
        .toArray();
  }

  /** One question to the shop. */
  private final class Search {

    private final Products products;
    private final BasketIndex baskets;
    private final Optional<TogetherModel> model;
    private final int[] seeds;
    private final double confidenceShare;

    Search(Shop shop, int[] seeds) {
      this.products = shop.products();
      this.baskets = shop.baskets();
      this.model = shop.model(TogetherModel.class);
      this.seeds = seeds;
      this.confidenceShare = model.isPresent() ? TogetherModel.confidenceShare(seeds.length) : 1;
    }

    /** Regressions may speak against a product: then it is none to show. */
    Scores scores() {
      var positive = new Scores(seeds.length == 0 ? 0 : EXPECTED);
      if (seeds.length == 1) {
        addAll((product, score) -> addPositive(positive, product, score));
      } else if (seeds.length <= FEW_SEEDS) {
        var sums = new Scores(EXPECTED);
        addAll(sums::add);
        sums.forEach((product, sum) -> addPositive(positive, product, sum));
      } else {
        double[] sums = new double[products.size()];
        addAll((product, score) -> sums[product] += score);
        for (int product = 0; product < sums.length; product++) {
          addPositive(positive, product, sums[product]);
        }
      }
      return positive;
    }

    private static void addPositive(Scores positive, int product, double sum) {
      if (sum > 0) {
        positive.add(product, sum);
      }
    }

    private void addAll(Scores.Each sums) {
      for (int seed : seeds) {
        if (isModelled(seed)) {
          addModelled(sums, seed, model.orElseThrow());
        } else {
          addCounted(sums, seed);
        }
      }
    }

    /** Of the seed that says most for the item; of equal ones the first by id. */
    Evidence evidence(int product) {
      if (seeds.length == 1) {
        return evidence(seeds[0], product);
      }
      double[] scores = IntStream.of(seeds).mapToDouble(seed -> score(seed, product)).toArray();
      return IntStream.range(0, seeds.length)
          .boxed()
          .sorted(comparingDouble((Integer i) -> scores[i]).reversed())
          .map(i -> evidence(seeds[i], product))
          .filter(evidence -> evidence.counts().pairOrders() > 0)
          .findFirst()
          .orElseGet(() -> evidence(seeds[0], product));
    }

    /** Orders that hold both, though the guard, or other seeds, speak against it. */
    Optional<Evidence> tooWeak(int product) {
      return IntStream.of(seeds)
          .filter(seed -> seed != product)
          .mapToObj(seed -> evidence(seed, product))
          .filter(evidence -> evidence.counts().pairOrders() > 0)
          .max(comparingInt(evidence -> evidence.counts().pairOrders()))
          .map(evidence -> evidence);
    }

    private Evidence.BoughtTogether evidence(int seed, int product) {
      return new Evidence.BoughtTogether(baskets.counts(seed, product), products.name(seed));
    }

    private double score(int seed, int product) {
      return isModelled(seed) && model.orElseThrow().knows(product)
          ? model.orElseThrow().score(seed, product, seeds.length)
          : confidenceShare * baskets.counts(seed, product).confidence();
    }

    private boolean isModelled(int seed) {
      return model.filter(one -> one.knows(seed)).isPresent();
    }

    /** What the model says, as far as the orders behind it are still there, and what is newer. */
    private void addModelled(Scores.Each sums, int seed, TogetherModel known) {
      boolean lost = baskets.lostSince(seed, known.version());
      boolean newer = products.size() > known.products();
      // One pass over the orders of the seed; a look at each pair would be hundreds.
      var pairs = lost || newer ? tally(seed) : NONE;
      known.addTo(
          sums,
          seed,
          seeds.length,
          item ->
              !lost
                  || !baskets.lostSince(item, known.version())
                  || admits(seed, item, pairs.count(item)));
      for (int i = 0; i < pairs.size(); i++) {
        int item = pairs.product(i);
        if (item >= known.products()) {
          addCounted(sums, seed, item, pairs.count(item));
        }
      }
    }

    private void addCounted(Scores.Each sums, int seed) {
      var pairs = tally(seed);
      for (int i = 0; i < pairs.size(); i++) {
        int item = pairs.product(i);
        if (item != seed) {
          addCounted(sums, seed, item, pairs.count(item));
        }
      }
    }

    private void addCounted(Scores.Each sums, int seed, int item, int pairs) {
      if (admits(seed, item, pairs)) {
        sums.accept(item, confidenceShare * pairs / baskets.ordersWith(seed));
      }
    }

    private Tally tally(int seed) {
      var pairs = new Tally(products.size());
      baskets.tallyWith(seed, pairs);
      return pairs;
    }

    private boolean admits(int seed, int item, int pairs) {
      return guard.admits(
          pairs, baskets.ordersWith(seed), baskets.ordersWith(item), baskets.orders());
    }
  }
}
