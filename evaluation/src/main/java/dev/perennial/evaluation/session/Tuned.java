package dev.perennial.evaluation.session;

import dev.perennial.evaluation.Progress;
import dev.perennial.recommendation.session.domain.NextInSession;

/** The settings that a search ends with, of each method that has any. */
record Tuned(SessionKnn.Vsknn vsknn, SessionKnn.Stan stan, NextInSession.Settings nextInSession) {

  static Tuned on(Split split, Progress progress) {
    var tuning = new Tuning(split, progress);
    return new Tuned(tuning.vsknn(), tuning.stan(), tuning.nextInSession());
  }

  String words() {
    return "V-SKNN k %d, m %d; STAN k %d, %s clicks, %d minutes, reach %s; next-in-session %d neighbours, %s clicks, reach %s, alike %s"
        .formatted(
            vsknn.neighbours(),
            vsknn.candidates(),
            stan.neighbours(),
            stan.position(),
            stan.memory().toMinutes(),
            stan.reach(),
            nextInSession.neighbours(),
            nextInSession.span(),
            nextInSession.reach(),
            nextInSession.alike());
  }
}
