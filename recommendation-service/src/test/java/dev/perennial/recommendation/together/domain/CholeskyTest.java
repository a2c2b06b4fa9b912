package dev.perennial.recommendation.together.domain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CholeskyTest {

  @Test
  void twoEquationsAreSolved() {
    double[] right = {8, 7};
    assertTrue(Cholesky.solve(new double[][] {{4, 0}, {2, 3}}, right, 2));
    assertArrayEquals(new double[] {1.25, 1.5}, right, 1e-12);
  }

  @Test
  void aMatrixThatIsNotPositiveDefiniteIsSaidToBe() {
    assertFalse(Cholesky.solve(new double[][] {{1, 0}, {2, 1}}, new double[] {1, 1}, 2));
    assertFalse(Cholesky.solve(new double[][] {{0}}, new double[] {1}, 1));
  }

  @Property
  void theSolutionSolvesTheEquations(
      @ForAll @IntRange(min = 1, max = 40) int size, @ForAll long seed) {
    double[][] matrix = positiveDefinite(size, new Random(seed));
    double[] right = new Random(~seed).doubles(size, -1, 1).toArray();
    double[] solution = right.clone();
    double[][] factor = new double[size][];
    for (int i = 0; i < size; i++) {
      factor[i] = matrix[i].clone();
    }
    assertTrue(Cholesky.solve(factor, solution, size));
    for (int i = 0; i < size; i++) {
      double sum = 0;
      for (int j = 0; j < size; j++) {
        sum += matrix[i][j] * solution[j];
      }
      assertEquals(right[i], sum, 1e-9);
    }
  }

  /** A matrix times its transpose, and 1 on the diagonal. */
  private static double[][] positiveDefinite(int size, Random random) {
    double[][] root = new double[size][];
    for (int i = 0; i < size; i++) {
      root[i] = random.doubles(size, -1, 1).toArray();
    }
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        matrix[i][j] = i == j ? 1 : 0;
        for (int k = 0; k < size; k++) {
          matrix[i][j] += root[i][k] * root[j][k];
        }
      }
    }
    return matrix;
  }
}
