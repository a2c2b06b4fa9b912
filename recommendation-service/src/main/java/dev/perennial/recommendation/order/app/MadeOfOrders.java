package dev.perennial.recommendation.order.app;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.app.ModelKind;
import dev.perennial.recommendation.shop.domain.Shop;

/** A kind of model that is made of all orders, and anew when they change. */
public interface MadeOfOrders extends ModelKind<BasketSnapshot> {

  @Override
  default long version(Shop shop) {
    return shop.baskets().version();
  }

  @Override
  default BasketSnapshot copy(Shop shop) {
    return shop.baskets().snapshot();
  }
}
