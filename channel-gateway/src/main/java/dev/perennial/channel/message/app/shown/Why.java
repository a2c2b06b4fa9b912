package dev.perennial.channel.message.app.shown;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.BestSeller;
import dev.perennial.contracts.recommendation.v1.Evidence;
import dev.perennial.contracts.recommendation.v1.Interest;
import dev.perennial.contracts.recommendation.v1.Item;
import dev.perennial.contracts.recommendation.v1.NextClick;
import dev.perennial.contracts.recommendation.v1.PriceDropped;
import dev.perennial.contracts.recommendation.v1.Reason;
import dev.perennial.contracts.recommendation.v1.RunsOut;
import dev.perennial.contracts.recommendation.v1.SameBrand;
import dev.perennial.contracts.recommendation.v1.Trend;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** The evidence of an item in an English sentence, to the person who gets the message. */
final class Why {

  private static final String COMPLEMENTS = "complements";

  private Why() {}

  /** Empty when there is no reason, as for what is pinned. */
  static String of(Item item) {
    Reason reason = item.getReason();
    return switch (reason.getKindCase()) {
      case BOUGHT_TOGETHER -> boughtTogether(reason.getBoughtTogether());
      case BOUGHT_BEFORE ->
          "You bought it " + times(reason.getBoughtBefore().getOrders()) + " before";
      case BOUGHT_BY_ALIKE ->
          "%d who bought %s bought it as well"
              .formatted(
                  reason.getBoughtByAlike().getCommonBuyers(),
                  named(
                      reason.getBoughtByAlike().getSeedName(),
                      reason.getBoughtByAlike().getSeedProductId()));
      case RUNS_OUT -> runsOut(reason.getRunsOut());
      case BEST_SELLER -> bestSeller(reason.getBestSeller());
      case NEXT_CLICK -> nextClick(reason.getNextClick());
      case LOOKED_AT -> "You looked at it on " + day(reason.getLookedAt().getLastAt());
      case SIMILARITY ->
          "It is like "
              + named(
                  reason.getSimilarity().getSeedName(), reason.getSimilarity().getSeedProductId());
      case CONTRAST ->
          (item.getStrategy().equals(COMPLEMENTS) ? "It goes with " : "It may do instead of ")
              + named(reason.getContrast().getSeedName(), reason.getContrast().getSeedProductId());
      case TREND -> trend(reason.getTrend());
      case NEW_ARRIVAL -> "New since " + day(reason.getNewArrival().getCreatedAt());
      case SAME_BRAND -> "Also by " + maker(reason.getSameBrand());
      case PRICE_DROPPED -> cheaper(reason.getPriceDropped());
      case BACK_IN_STOCK -> "Back in stock" + interest(reason.getBackInStock().getInterest());
      case KIND_NOT_SET -> "";
    };
  }

  private static String boughtTogether(Evidence pair) {
    return "%d of %d orders with %s have it"
        .formatted(
            pair.getPairOrders(),
            pair.getSeedOrders(),
            named(pair.getSeedName(), pair.getSeedProductId()));
  }

  private static String runsOut(RunsOut runsOut) {
    long days = Math.max(1, Math.round(runsOut.getInterval().getSeconds() / 86_400.0));
    return "You buy it about every " + (days == 1 ? "day" : days + " days");
  }

  private static String bestSeller(BestSeller seller) {
    String within = seller.getCategory().isEmpty() ? "" : " in " + seller.getCategory();
    return "%d orders within %d days%s".formatted(seller.getOrders(), seller.getDays(), within);
  }

  private static String nextClick(NextClick next) {
    return next.getSessions() > 0
        ? "Looked at by those who looked at the same"
        : "It is like what you looked at";
  }

  private static String trend(Trend trend) {
    return String.format(
        Locale.ROOT, "Wanted %.1f times as much as before", trend.getTimesAtLeast());
  }

  private static String maker(SameBrand same) {
    return named(same.getBrand(), same.getSeller());
  }

  private static String cheaper(PriceDropped drop) {
    return "Now %s %s instead of %s%s"
        .formatted(
            Amount.of(drop.getPriceMicros()),
            drop.getCurrency(),
            Amount.of(drop.getPreviousPriceMicros()),
            interest(drop.getInterest()));
  }

  private static String interest(Interest interest) {
    return switch (interest) {
      case ASKED -> ": you asked to be told";
      case CARTED -> ": you put it into your cart";
      case VIEWED -> ": you looked at it";
      case INTEREST_UNSPECIFIED, UNRECOGNIZED -> "";
    };
  }

  private static String times(long count) {
    return count == 1 ? "once" : count + " times";
  }

  private static String day(Timestamp at) {
    return Instant.ofEpochSecond(at.getSeconds()).atOffset(ZoneOffset.UTC).toLocalDate().toString();
  }

  private static String named(String name, String otherwise) {
    return name.isEmpty() ? otherwise : name;
  }
}
