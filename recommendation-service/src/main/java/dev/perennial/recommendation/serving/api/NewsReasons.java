package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.BackInStock;
import dev.perennial.contracts.recommendation.v1.Interest;
import dev.perennial.contracts.recommendation.v1.PriceDropped;
import dev.perennial.recommendation.interest.domain.News;
import dev.perennial.recommendation.serving.domain.Evidence;
import java.time.Instant;

/** Evidence of what is news to a person, in the words of the contract. */
final class NewsReasons {

  private NewsReasons() {}

  static PriceDropped priceDropped(Evidence.PriceDropped drop) {
    return PriceDropped.newBuilder()
        .setPriceMicros(drop.priceMicros())
        .setPreviousPriceMicros(drop.previousPriceMicros())
        .setCurrency(drop.currency())
        .setDroppedAt(timestamp(drop.at()))
        .setInterest(interest(drop.reason()))
        .build();
  }

  static BackInStock backInStock(Evidence.BackInStock back) {
    return BackInStock.newBuilder()
        .setBackAt(timestamp(back.at()))
        .setInterest(interest(back.reason()))
        .build();
  }

  private static Interest interest(News.Reason reason) {
    return switch (reason) {
      case ASKED -> Interest.ASKED;
      case CARTED -> Interest.CARTED;
      case VIEWED -> Interest.VIEWED;
    };
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
