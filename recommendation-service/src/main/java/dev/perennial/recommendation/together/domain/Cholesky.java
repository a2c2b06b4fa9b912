package dev.perennial.recommendation.together.domain;

/**
 * Solves linear equations whose matrix is symmetric and positive definite, by its Cholesky factors
 * (Golub and Van Loan, Matrix Computations, 4.2), in the order that lets the innermost loop run
 * along rows.
 */
final class Cholesky {

  private Cholesky() {}

  /**
   * Replaces the right side by the solution, and the matrix by its factor.
   *
   * @param matrix only the lower half of the first {@code size} rows is looked at
   * @return false, and nothing of use in either, when the matrix is not positive definite
   */
  static boolean solve(double[][] matrix, double[] right, int size) {
    return factor(matrix, size) && substitute(matrix, right, size);
  }

  private static boolean factor(double[][] matrix, int size) {
    double[] column = new double[size];
    for (int k = 0; k < size; k++) {
      double pivot = matrix[k][k];
      if (!(pivot > 0)) {
        return false;
      }
      double root = Math.sqrt(pivot);
      matrix[k][k] = root;
      for (int i = k + 1; i < size; i++) {
        matrix[i][k] /= root;
        column[i] = matrix[i][k];
      }
      for (int i = k + 1; i < size; i++) {
        subtract(matrix[i], column, column[i], k + 1, i + 1);
      }
    }
    return true;
  }

  /** Of its own, so that the compiler turns it into vector instructions. */
  private static void subtract(double[] row, double[] column, double factor, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] -= factor * column[j];
    }
  }

  private static boolean substitute(double[][] factor, double[] right, int size) {
    for (int i = 0; i < size; i++) {
      double sum = right[i];
      for (int j = 0; j < i; j++) {
        sum -= factor[i][j] * right[j];
      }
      right[i] = sum / factor[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      right[i] /= factor[i][i];
      subtract(right, factor[i], right[i], 0, i);
    }
    return true;
  }
}
