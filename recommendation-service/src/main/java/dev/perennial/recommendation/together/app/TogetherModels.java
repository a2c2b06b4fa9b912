package dev.perennial.recommendation.together.app;

import dev.perennial.recommendation.order.app.MadeOfOrders;
import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.OrderMatrix;
import dev.perennial.recommendation.together.domain.TogetherModel;
import dev.perennial.recommendation.together.domain.Workers;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;

/** What is bought together: made of all orders. */
@ApplicationScoped
public class TogetherModels implements MadeOfOrders {

  private final Duration every;
  private final ModelSettings settings;
  private final Workers workers;

  TogetherModels(ModelSettings settings, TogetherConfig config) {
    this.every = config.rebuildEvery();
    this.settings = settings;
    int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    this.workers = new Workers(config.threads() > 0 ? config.threads() : half);
  }

  @Override
  public String name() {
    return "together";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public Consumer<Shop> make(BasketSnapshot orders) {
    var matrix = OrderMatrix.of(orders, settings.halfLife());
    var model = TogetherModel.of(matrix, orders.version(), settings, workers);
    return shop -> shop.replaceModel(TogetherModel.class, model);
  }
}
