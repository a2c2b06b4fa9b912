package dev.perennial.profile.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/** What a profile consented to. */
public record Consents(Map<Consent.Subject, Consent> bySubject) {

  public static final Consents NONE = new Consents(Map.of());

  public Consents {
    bySubject = Map.copyOf(bySubject);
  }

  Consents say(Consent consent) {
    return with(consent, Consent::orLater);
  }

  Consents absorb(Consents other) {
    var merged = this;
    for (var consent : other.bySubject.values()) {
      merged = merged.with(consent, Consent::stricter);
    }
    return merged;
  }

  /** Those whose status is another than before. */
  List<Consent> changedSince(Consents before) {
    return bySubject.values().stream()
        .filter(consent -> {
          var old = before.bySubject.get(consent.subject());
          return old == null || old.subscribed() != consent.subscribed();
        })
        .toList();
  }

  private Consents with(Consent consent, BinaryOperator<Consent> choice) {
    var merged = new HashMap<>(bySubject);
    merged.merge(consent.subject(), consent, choice);
    return new Consents(merged);
  }
}
