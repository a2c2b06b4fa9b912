package dev.perennial.recommendation.person.app;

import dev.perennial.recommendation.order.domain.PastOrder;
import dev.perennial.recommendation.person.domain.Rhythms;
import dev.perennial.recommendation.person.domain.Tastes;
import dev.perennial.recommendation.shop.app.ModelKind;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Tastes and rhythms: made of what each person bought. */
@ApplicationScoped
public class PersonModels implements ModelKind<PersonModels.Histories> {

  /**
   * The orders of all persons, which are shared, as an order never changes.
   *
   * @param products ids by number
   */
  public record Histories(List<List<PastOrder>> ofPersons, List<String> products) {}

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
  public long version(Shop shop) {
    return shop.baskets().version();
  }

  @Override
  public Histories copy(Shop shop) {
    var products = shop.products();
    return new Histories(
        shop.baskets().histories(),
        IntStream.range(0, products.size()).mapToObj(products::id).toList());
  }

  @Override
  public Consumer<Shop> make(Histories histories) {
    var tastes = Tastes.of(histories.ofPersons, histories.products);
    var rhythms = Rhythms.of(histories.ofPersons);
    return shop -> {
      shop.replaceModel(Tastes.class, tastes);
      shop.replaceModel(Rhythms.class, rhythms);
    };
  }
}
