package dev.perennial.evaluation.together;

import java.util.List;
import java.util.function.Supplier;

/**
 * A method to compare with.
 *
 * @param published its figures at the published split
 */
record Method(String name, Figures published, Supplier<Scorer> scorer) {

  static List<Method> baselines(Baselines baselines) {
    return List.of(
        new Method(
            "popularity", new Figures(.3815, .0752, .003, .0330, .0121), baselines::popularity),
        new Method(
            "confidence", new Figures(.6462, .2044, .618, .1455, .0702), baselines::confidence),
        new Method(
            "lift, support at least 3",
            new Figures(.2942, .0664, .897, .0699, .0344),
            baselines::lift),
        new Method(
            "log-likelihood ratio",
            new Figures(.6163, .1996, .875, .2224, .1146),
            baselines::logLikelihoodRatio),
        new Method("Jaccard", new Figures(.5887, .1864, .963, .2175, .1143), baselines::jaccard),
        new Method(
            "EASE, penalty 50",
            new Figures(.6390, .1930, .863, .3266, .1606),
            () -> baselines.ease(50)),
        new Method(
            "EASE, penalty 500",
            new Figures(.6489, .2035, .855, .3010, .1459),
            () -> baselines.ease(500)));
  }
}
