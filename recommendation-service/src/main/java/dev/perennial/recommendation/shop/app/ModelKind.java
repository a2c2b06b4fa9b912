package dev.perennial.recommendation.shop.app;

import dev.perennial.recommendation.shop.domain.Shop;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * One kind of model that is made for each workspace, again and again as the workspace changes.
 *
 * @param <C> the copy of what it is made of
 */
public interface ModelKind<C> {

  /** What metrics, logs and its thread call it. */
  String name();

  /** How long to wait before it is made again; what it costs may make it longer. */
  Duration every();

  /** A number that changes with what it is made of; 0 while there is nothing to make it of. */
  long version(Shop shop);

  /** What it is made of, not changed by what comes later; nothing is written meanwhile. */
  C copy(Shop shop);

  /** Makes it, while answers go on from the one before; what comes out puts it in its place. */
  Consumer<Shop> make(C copy);
}
