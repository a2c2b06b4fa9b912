package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.NewArrival;
import dev.perennial.contracts.recommendation.v1.SameBrand;
import dev.perennial.recommendation.serving.domain.Evidence;

/** Evidence of what products are, in the words of the contract. */
final class ContentReasons {

  private ContentReasons() {}

  static NewArrival newArrival(Evidence.NewArrival arrival) {
    var at = arrival.createdAt();
    return NewArrival.newBuilder()
        .setCreatedAt(Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()))
        .build();
  }

  static SameBrand sameBrand(Evidence.SameBrand same) {
    return SameBrand.newBuilder()
        .setSeedProductId(same.seed())
        .setBrand(same.brand())
        .setSeller(same.seller())
        .setContent(same.content())
        .setOrders(same.orders())
        .setDays(same.days())
        .build();
  }
}
