package dev.perennial.recommendation.person.app;

import dev.perennial.recommendation.order.app.MadeOfOrders;
import dev.perennial.recommendation.order.domain.BasketSnapshot;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tastes and rhythms: made of what each person bought. */
@ApplicationScoped
public class PersonModels implements MadeOfOrders {

  private final Duration every;

  PersonModels(RecommendationConfig config) {
    this.every = config.personModelsEvery();
  }

  @Override
  public String name() {
    return "person";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public Consumer<Shop> make(BasketSnapshot orders) {
    var histories = orders.histories();
    var tastes = Tastes.of(histories, List.of(orders.productIds()));
    var rhythms = Rhythms.of(histories);
    return shop -> {
      shop.replaceModel(Tastes.class, tastes);
      shop.replaceModel(Rhythms.class, rhythms);
    };
  }
}
