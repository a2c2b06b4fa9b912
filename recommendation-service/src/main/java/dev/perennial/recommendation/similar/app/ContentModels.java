package dev.perennial.recommendation.similar.app;

import dev.perennial.recommendation.catalog.domain.Catalog;
import dev.perennial.recommendation.shop.app.ModelKind;
import dev.perennial.recommendation.shop.app.RecommendationConfig;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.ContentSimilarity;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Consumer;

/** The index of what products are: made of the catalog. */
@ApplicationScoped
public class ContentModels implements ModelKind<Catalog> {

  private final Duration every;

  ContentModels(RecommendationConfig config) {
    this.every = config.contentEvery();
  }

  @Override
  public String name() {
    return "content";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public long version(Shop shop) {
    return shop.catalog().changes();
  }

  @Override
  public Catalog copy(Shop shop) {
    return shop.catalog().copy();
  }

  @Override
  public Consumer<Shop> make(Catalog catalog) {
    var similarity = ContentSimilarity.of(catalog);
    return shop -> shop.replaceModel(ContentSimilarity.class, similarity);
  }
}
