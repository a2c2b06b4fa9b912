package dev.perennial.recommendation.serving.api;

import static dev.perennial.contracts.recommendation.v1.Verdict.AT_HAND;
import static dev.perennial.contracts.recommendation.v1.Verdict.BURIED;
import static dev.perennial.contracts.recommendation.v1.Verdict.CHAIN_FULL;
import static dev.perennial.contracts.recommendation.v1.Verdict.NO_CANDIDATE;
import static dev.perennial.contracts.recommendation.v1.Verdict.OUTRANKED;
import static dev.perennial.contracts.recommendation.v1.Verdict.PINNED;
import static dev.perennial.contracts.recommendation.v1.Verdict.REMOVED;
import static dev.perennial.contracts.recommendation.v1.Verdict.SHOWN;
import static dev.perennial.contracts.recommendation.v1.Verdict.TOO_MANY_ALIKE;
import static dev.perennial.contracts.recommendation.v1.Verdict.TOO_WEAK;
import static dev.perennial.contracts.recommendation.v1.Verdict.UNKNOWN_PRODUCT;

import dev.perennial.contracts.recommendation.v1.Explanation;
import dev.perennial.contracts.recommendation.v1.ExplanationLink;
import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.Explanation.Link;
import dev.perennial.recommendation.serving.domain.Explanation.Verdict;
import java.util.Optional;

/** Why a product is, or is not, in an answer, in the words of the contract. */
final class Explanations {

  private Explanations() {}

  static Explanation explanation(
      Optional<Arm> arm, dev.perennial.recommendation.serving.domain.Explanation explanation) {
    var answer = Explanation.newBuilder().setProductId(explanation.product());
    arm.ifPresent(one -> answer.setPlacement(one.placement()).setVariant(one.variant()));
    explanation.links().forEach(link -> answer.addLinks(link(link)));
    switch (explanation.verdict()) {
      case Verdict.Shown(int position, boolean pinned) ->
          answer.setVerdict(pinned ? PINNED : SHOWN).setPosition(position);
      case Verdict.Outranked(int position, double lastShown) ->
          answer.setVerdict(OUTRANKED).setPosition(position).setLastShownScore(lastShown);
      case Verdict.ChainFull(int position) -> answer.setVerdict(CHAIN_FULL).setPosition(position);
      case Verdict.TooManyAlike(int position) ->
          answer.setVerdict(TOO_MANY_ALIKE).setPosition(position);
      case Verdict.Buried(int position) -> answer.setVerdict(BURIED).setPosition(position);
      case Verdict.Removed() -> answer.setVerdict(REMOVED);
      case Verdict.TooWeak() -> answer.setVerdict(TOO_WEAK);
      case Verdict.NoCandidate() -> answer.setVerdict(NO_CANDIDATE);
      case Verdict.AtHand() -> answer.setVerdict(AT_HAND);
      case Verdict.Unknown() -> answer.setVerdict(UNKNOWN_PRODUCT);
    }
    return answer.build();
  }

  private static ExplanationLink link(Link link) {
    var answer =
        ExplanationLink.newBuilder()
            .setStrategy(link.strategy())
            .setScore(link.score())
            .setAdjustedScore(link.adjusted())
            .addAllRemovedBy(link.removedBy());
    link.evidence().map(Reasons::reason).ifPresent(answer::setReason);
    return answer.build();
  }
}
