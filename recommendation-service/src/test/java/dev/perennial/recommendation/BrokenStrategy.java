package dev.perennial.recommendation;

import dev.perennial.recommendation.serving.domain.Candidates;
import dev.perennial.recommendation.serving.domain.Query;
import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** A strategy with a mistake in it, which one person meets. */
@ApplicationScoped
class BrokenStrategy implements Strategy {

  static final String KEY = "broken";
  static final UUID UNLUCKY = new UUID(0, 13);

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public Candidates candidates(Shop shop, Query query) {
    if (query.profile().equals(Optional.of(UNLUCKY))) {
      throw new NoSuchElementException("No value present");
    }
    return Candidates.NONE;
  }
}
