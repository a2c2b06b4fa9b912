package dev.perennial.evaluation.basket;

import dev.perennial.evaluation.basket.Protocol.Question;
import java.util.List;

/** Tells what an order holds. */
interface Predictor {

  /** At most so many products, the most likely first. */
  List<String> predict(Question question, int limit);
}
