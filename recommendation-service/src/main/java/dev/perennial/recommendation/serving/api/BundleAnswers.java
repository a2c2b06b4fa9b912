package dev.perennial.recommendation.serving.api;

import dev.perennial.contracts.recommendation.v1.Bundle;
import dev.perennial.contracts.recommendation.v1.BundleProduct;
import dev.perennial.contracts.recommendation.v1.ListBundlesResponse;
import dev.perennial.recommendation.together.app.ListBundles;

/** Bundles in the words of the contract. */
final class BundleAnswers {

  private BundleAnswers() {}

  static ListBundlesResponse bundles(ListBundles.Found found) {
    var answer = ListBundlesResponse.newBuilder().setOrders(found.orders());
    found.offers().forEach(offer -> answer.addBundles(bundle(offer)));
    return answer.build();
  }

  private static Bundle bundle(ListBundles.Offer offer) {
    var bundle =
        Bundle.newBuilder()
            .setBundleOrders(offer.bundle().bundleOrders())
            .setSupport(offer.bundle().support())
            .setLift(offer.bundle().lift());
    offer
        .members()
        .forEach(member ->
            bundle.addProducts(
                BundleProduct.newBuilder().setProductId(member.product()).setName(member.name())));
    offer
        .price()
        .ifPresent(price -> bundle.setPriceMicros(price.micros()).setCurrency(price.currency()));
    return bundle.build();
  }
}
