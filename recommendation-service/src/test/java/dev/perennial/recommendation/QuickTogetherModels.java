package dev.perennial.recommendation;

import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.shop.app.ModelKind;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.together.app.BundleModels;
import dev.perennial.recommendation.together.app.TogetherModels;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Makes the model of what is bought together, and the bundles, at once, for shops that sell {@link
 * #WANTED}. Others are answered from the counts for as long as the tests take.
 */
@ApplicationScoped
class QuickTogetherModels implements ModelKind<BasketSnapshot> {

  /** Whoever sells it has a model. */
  static final String WANTED = "model";

  private final TogetherModels models;
  private final BundleModels bundles;

  QuickTogetherModels(TogetherModels models, BundleModels bundles) {
    this.models = models;
    this.bundles = bundles;
  }

  @Override
  public String name() {
    return "quick";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(20);
  }

  @Override
  public long version(Shop shop) {
    return shop.products().find(WANTED) < 0 ? 0 : models.version(shop);
  }

  @Override
  public BasketSnapshot copy(Shop shop) {
    return models.copy(shop);
  }

  @Override
  public Consumer<Shop> make(BasketSnapshot orders) {
    return models.make(orders).andThen(bundles.make(orders));
  }
}
