package dev.perennial.evaluation.together;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DenseInverseTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 131})
  void aMatrixTimesItsInverseIsTheIdentity(int size) {
    double[][] matrix = positiveDefinite(size);
    double[][] inverse = new double[size][];
    for (int i = 0; i < size; i++) {
      inverse[i] = matrix[i].clone();
    }
    DenseInverse.invert(inverse);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double sum = 0;
        for (int k = 0; k < size; k++) {
          sum += matrix[i][k] * inverse[k][j];
        }
        assertEquals(i == j ? 1 : 0, sum, 1e-9);
      }
    }
  }

  private static double[][] positiveDefinite(int size) {
    var random = new Random(size);
    double[][] matrix = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i][j] = random.nextDouble() - 0.5;
        matrix[j][i] = matrix[i][j];
      }
      matrix[i][i] = size;
    }
    return matrix;
  }
}
