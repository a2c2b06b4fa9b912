package dev.perennial.gateway.management.api;

import dev.perennial.contracts.recommendation.v1.Bundle;
import dev.perennial.contracts.recommendation.v1.BundleProduct;
import dev.perennial.contracts.recommendation.v1.ListBundlesResponse;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bundles in JSON. */
final class BundleJson {

  record ProductView(String productId, String name) {

    static ProductView of(BundleProduct product) {
      return new ProductView(product.getProductId(), product.getName());
    }
  }

  record BundleView(
      List<ProductView> products,
      long bundleOrders,
      double support,
      double lift,
      @Schema(description = "Of all products together; absent unless each has one, in one currency")
          @Nullable BigDecimal price,
      @Nullable String currency) {

    static BundleView of(Bundle bundle) {
      return new BundleView(
          bundle.getProductsList().stream().map(ProductView::of).toList(),
          bundle.getBundleOrders(),
          bundle.getSupport(),
          bundle.getLift(),
          bundle.hasPriceMicros() ? Json.money(bundle.getPriceMicros()) : null,
          bundle.hasPriceMicros() ? bundle.getCurrency() : null);
    }
  }

  record View(List<BundleView> bundles, long orders) {

    static View of(ListBundlesResponse response) {
      return new View(
          response.getBundlesList().stream().map(BundleView::of).toList(), response.getOrders());
    }
  }

  private BundleJson() {}
}
