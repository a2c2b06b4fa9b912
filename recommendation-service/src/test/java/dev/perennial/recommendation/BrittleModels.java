package dev.perennial.recommendation;

import dev.perennial.recommendation.shop.app.ModelKind;
import dev.perennial.recommendation.shop.domain.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A kind of model that cannot be made while it is broken. */
@ApplicationScoped
class BrittleModels implements ModelKind<Integer> {

  /**
   * The model.
   *
   * @param orders that it was made of
   * @param times that one was made of its workspace
   */
  record Made(int orders, int times) {}

  private final AtomicLong looks = new AtomicLong();
  private volatile boolean broken;

  /** How often it was looked whether anything changed, in any workspace. */
  long looks() {
    return looks.get();
  }

  void breakDown() {
    broken = true;
  }

  void repair() {
    broken = false;
  }

  @Override
  public String name() {
    return "brittle";
  }

  @Override
  public Duration every() {
    return Duration.ofMillis(20);
  }

  @Override
  public long version(Shop shop) {
    looks.incrementAndGet();
    return shop.baskets().version();
  }

  @Override
  public Integer copy(Shop shop) {
    return shop.baskets().orders();
  }

  @Override
  public Consumer<Shop> make(Integer orders) {
    if (broken) {
      throw new IllegalStateException("broken");
    }
    return shop -> {
      int before = shop.model(Made.class).map(Made::times).orElse(0);
      shop.replaceModel(Made.class, new Made(orders, before + 1));
    };
  }
}
