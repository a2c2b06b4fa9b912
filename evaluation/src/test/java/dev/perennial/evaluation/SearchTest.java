package dev.perennial.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class SearchTest {

  private static final List<List<Double>> VALUES =
      List.of(List.of(1.0, 2.0, 3.0, 4.0), List.of(10.0, 20.0, 30.0));

  @Test
  void itEndsWhereNoSettingAloneIsBetter() {
    // The second is good only when it is ten times the first.
    var best = Search.best(VALUES, v -> v.get(0) - Math.abs(10 * v.get(0) - v.get(1)));
    assertEquals(List.of(3.0, 30.0), best);
  }

  @Test
  void whatIsEquallyGoodReplacesNothing() {
    assertEquals(List.of(3.0, 20.0), Search.best(VALUES, _ -> 1));
  }

  @Test
  void nothingIsTriedTwice() {
    var tried = new ArrayList<List<Double>>();
    Search.best(
        VALUES,
        v -> {
          tried.add(List.copyOf(v));
          return v.get(0) + v.get(1);
        });
    assertEquals(new HashSet<>(tried).size(), tried.size());
  }
}
