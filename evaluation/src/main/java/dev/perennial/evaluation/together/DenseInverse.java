package dev.perennial.evaluation.together;

import java.util.stream.IntStream;

/**
 * Inverts a dense matrix in place: Gauss-Jordan elimination by blocks of columns (Golub and Van
 * Loan, Matrix Computations, 3.4), so that the innermost loops stay in the cache. Without pivoting,
 * so for positive definite ones.
 */
final class DenseInverse {

  private static final int BLOCK = 64;
  private static final int STRIP = 512;

  private DenseInverse() {}

  static void invert(double[][] matrix) {
    for (int from = 0; from < matrix.length; from += BLOCK) {
      eliminate(matrix, from, Math.min(matrix.length, from + BLOCK));
    }
  }

  /** One block of the diagonal: its rows first, then from all others what they hold of it. */
  private static void eliminate(double[][] matrix, int from, int to) {
    double[][] pivot = copy(matrix, from, to);
    invertSmall(pivot);
    double[][] rows = new double[to - from][matrix.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k < rows.length; k++) {
        add(rows[i], matrix[from + k], pivot[i][k], 0, matrix.length);
      }
      System.arraycopy(pivot[i], 0, rows[i], from, rows.length);
    }
    IntStream.range(0, matrix.length)
        .parallel()
        .filter(i -> i < from || i >= to)
        .forEach(i -> subtract(matrix[i], rows, from));
    System.arraycopy(rows, 0, matrix, from, rows.length);
  }

  private static void subtract(double[] row, double[][] rows, int from) {
    double[] factors = new double[rows.length];
    System.arraycopy(row, from, factors, 0, rows.length);
    for (int k = 0; k < rows.length; k++) {
      row[from + k] = 0;
    }
    for (int start = 0; start < row.length; start += STRIP) {
      int end = Math.min(row.length, start + STRIP);
      int k = 0;
      for (; k + 4 <= rows.length; k += 4) {
        subtractFour(row, rows, factors, k, start, end);
      }
      for (; k < rows.length; k++) {
        add(row, rows[k], -factors[k], start, end);
      }
    }
  }

  /** Four at a time, as reading and writing the row is most of the work. */
  private static void subtractFour(
      double[] row, double[][] rows, double[] factors, int k, int from, int to) {
    double[] one = rows[k];
    double[] two = rows[k + 1];
    double[] three = rows[k + 2];
    double[] four = rows[k + 3];
    double a = factors[k];
    double b = factors[k + 1];
    double c = factors[k + 2];
    double d = factors[k + 3];
    for (int j = from; j < to; j++) {
      row[j] -= a * one[j] + b * two[j] + c * three[j] + d * four[j];
    }
  }

  private static void add(double[] row, double[] other, double factor, int from, int to) {
    for (int j = from; j < to; j++) {
      row[j] += factor * other[j];
    }
  }

  private static double[][] copy(double[][] matrix, int from, int to) {
    double[][] block = new double[to - from][to - from];
    for (int i = from; i < to; i++) {
      System.arraycopy(matrix[i], from, block[i - from], 0, to - from);
    }
    return block;
  }

  private static void invertSmall(double[][] matrix) {
    for (int k = 0; k < matrix.length; k++) {
      double pivot = matrix[k][k];
      matrix[k][k] = 1;
      for (int j = 0; j < matrix.length; j++) {
        matrix[k][j] /= pivot;
      }
      for (int i = 0; i < matrix.length; i++) {
        if (i != k) {
          double factor = matrix[i][k];
          matrix[i][k] = 0;
          add(matrix[i], matrix[k], -factor, 0, matrix.length);
        }
      }
    }
  }
}
