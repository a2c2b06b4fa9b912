package dev.perennial.recommendation.shop.app;

import java.util.List;

/** The tables of one feature that every replica follows. */
public interface Feeds {

  /** Each from its beginning, in the order in which they must be folded. */
  List<Feed<?>> open();
}
