package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.Progress;
import dev.perennial.evaluation.Search;
import dev.perennial.recommendation.person.domain.NextBest;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.shop.domain.Shop;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses settings by questions that no table asks: the highest sum of recall and nDCG at 10 and at
 * 20.
 */
final class Tuning {

  private static final int SAY_EVERY = 10;

  private static final List<List<Double>> TIFU =
      List.of(
          List.of(2.0, 3.0, 4.0, 5.0, 7.0, 10.0),
          List.of(.7, .8, .9, 1.0),
          List.of(.1, .2, .4, .6, .8, 1.0),
          List.of(10.0, 30.0, 100.0, 300.0, 900.0),
          List.of(.05, .1, .3, .5, .7, .9));

  private static final List<List<Double>> USER_POPULARITY =
      List.of(
          List.of(1.0, 2.0, 3.0, 5.0, 10.0, 20.0, 100.0),
          List.of(1.0, 2.0, 4.0, 5.0, 7.0, 10.0),
          List.of(0.0, .25, .5, .6, .7, .75, 1.0));

  private static final List<List<Double>> NEXT_BEST =
      List.of(
          List.of(.02, .05, .1, .15, .2, .3, .5),
          List.of(.7, .8, .9, .95, 1.0),
          List.of(.5, .7, .9, 1.0),
          List.of(.005, .01, .02, .03, .05, .1),
          List.of(.0003, .001, .003, .01, .03),
          List.of(3.0, 5.0, 7.0, 10.0, 14.0, 28.0),
          List.of(.0, .1, .2, .3, .5));

  private final Protocol protocol;
  private final Progress progress;
  private final Map<Double, Shop> shops = new HashMap<>();
  private int tried;

  Tuning(Protocol protocol, Progress progress) {
    this.protocol = protocol;
    this.progress = progress;
  }

  /** All that can be set of next-best and the tastes that it goes by. */
  record OfNextBest(NextBest.Settings settings, double seedPower) {

    static final OfNextBest DEFAULT = new OfNextBest(NextBest.Settings.DEFAULT, Tastes.SEED_POWER);

    private static OfNextBest of(List<Double> v) {
      return new OfNextBest(
          new NextBest.Settings(
              v.get(0), v.get(1), v.get(2), v.get(3), v.get(4), v.get(5).intValue()),
          v.get(6));
    }

    String words() {
      return "next-best dial %s, habit %s, taste %s, off season %s and %s, half-life %d days, seed power %s"
          .formatted(
              settings.explore(),
              settings.habitFactor(),
              settings.tasteFactor(),
              settings.habitOffSeason(),
              BigDecimal.valueOf(settings.tasteOffSeason()).toPlainString(),
              settings.seasonHalfLife(),
              seedPower);
    }
  }

  TifuKnn.Settings tifu() {
    return tifu(
        Search.best(TIFU, values -> goodness("TIFU-KNN", new TifuKnn(protocol, tifu(values)))));
  }

  UserPopularity.Settings userPopularity() {
    return userPopularity(
        Search.best(
            USER_POPULARITY,
            values -> goodness("UP-CF", new UserPopularity(protocol, userPopularity(values)))));
  }

  OfNextBest nextBest() {
    return OfNextBest.of(
        Search.best(NEXT_BEST, values -> goodness("next-best", predictor(OfNextBest.of(values)))));
  }

  private static TifuKnn.Settings tifu(List<Double> v) {
    return new TifuKnn.Settings(
        v.get(0).intValue(), v.get(1), v.get(2), v.get(3).intValue(), v.get(4));
  }

  private static UserPopularity.Settings userPopularity(List<Double> v) {
    return new UserPopularity.Settings(v.get(0).intValue(), v.get(1), v.get(2));
  }

  private Predictor predictor(OfNextBest chosen) {
    var shop = shops.computeIfAbsent(chosen.seedPower(), power -> Served.shop(protocol, power));
    return new Served(shop, new NextBest(chosen.settings()), Optional.empty());
  }

  private double goodness(String method, Predictor predictor) {
    if (tried++ % SAY_EVERY == 0) {
      progress.say("B: choosing the settings of %s, step %d".formatted(method, tried));
    }
    return Figures.of(protocol, predictor).main().stream().mapToDouble(Double::doubleValue).sum();
  }
}
