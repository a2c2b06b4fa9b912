package dev.perennial.recommendation.serving.api;

import com.google.protobuf.Duration;
import com.google.protobuf.Timestamp;
import dev.perennial.contracts.recommendation.v1.BestSeller;
import dev.perennial.contracts.recommendation.v1.BoughtBefore;
import dev.perennial.contracts.recommendation.v1.BoughtByAlike;
import dev.perennial.contracts.recommendation.v1.RunsOut;
import dev.perennial.recommendation.serving.domain.Evidence;
import java.time.Instant;

/** Evidence about a person, or about all buyers, in the words of the contract. */
final class PersonReasons {

  private PersonReasons() {}

  static BoughtBefore boughtBefore(Evidence.BoughtBefore evidence) {
    return BoughtBefore.newBuilder()
        .setOrders(evidence.orders())
        .setAllOrders(evidence.allOrders())
        .setLastBoughtAt(timestamp(evidence.lastBought()))
        .setSeason(evidence.season())
        .build();
  }

  static BoughtByAlike boughtByAlike(Evidence.BoughtByAlike evidence) {
    return BoughtByAlike.newBuilder()
        .setSeedProductId(evidence.seed())
        .setSeedName(evidence.seedName())
        .setCommonBuyers(evidence.commonBuyers())
        .setSeedBuyers(evidence.seedBuyers())
        .setItemBuyers(evidence.itemBuyers())
        .setSeason(evidence.season())
        .build();
  }

  static RunsOut runsOut(Evidence.RunsOut evidence) {
    return RunsOut.newBuilder()
        .setOrders(evidence.orders())
        .setLastBoughtAt(timestamp(evidence.lastBought()))
        .setInterval(Duration.newBuilder().setSeconds(evidence.interval().toSeconds()))
        .setDueAt(timestamp(evidence.dueAt()))
        .setBuyers(evidence.buyers())
        .setRepeatBuyers(evidence.repeatBuyers())
        .build();
  }

  static BestSeller bestSeller(Evidence.BestSeller evidence) {
    return BestSeller.newBuilder()
        .setOrders(evidence.orders())
        .setDays(evidence.days())
        .setCategory(evidence.category().orElse(""))
        .setCountry(evidence.country().orElse(""))
        .build();
  }

  private static Timestamp timestamp(Instant at) {
    return Timestamp.newBuilder().setSeconds(at.getEpochSecond()).setNanos(at.getNano()).build();
  }
}
