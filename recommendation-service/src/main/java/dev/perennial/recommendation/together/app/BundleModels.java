package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.order.app.MadeOfOrders;
import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.Bundles;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;

/** The sets of products that orders hold: apart from the model, which their search would delay. */
@ApplicationScoped
public class BundleModels implements MadeOfOrders {

  private final Duration every;
  private final ModelSettings settings;

  BundleModels(ModelSettings settings, TogetherConfig config) {
    this.every = config.rebuildEvery();
    this.settings = settings;
  }

  @Override
  public String name() {
    return "bundle";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public Consumer<Shop> make(BasketSnapshot orders) {
    var bundles = Bundles.of(OrderMatrix.of(orders, settings.halfLife()));
    return shop -> shop.replaceModel(Bundles.class, bundles);
  }
}
