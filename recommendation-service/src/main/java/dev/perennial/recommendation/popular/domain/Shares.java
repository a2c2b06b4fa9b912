package dev.perennial.recommendation.popular.domain;

/**
 * What a count tells of the share behind it, exactly and not by a normal curve, which is loose
 * where counts are small: the interval of Clopper and Pearson ("The use of confidence or fiducial
 * limits", Biometrika 1934).
 */
final class Shares {

  /** On one side, for 95 % in the middle. */
  private static final double TAIL = 0.025;

  /** Halvings, after which the two ends are as good as one. */
  private static final int HALVINGS = 50;

  /** Far more than it takes: about the root of the larger count. */
  private static final int MOST_TERMS = 10_000;

  private static final double SMALL = 1e-300;
  private static final double EPSILON = 1e-15;

  private Shares() {}

  /**
   * The smallest share with which so many or more of all are still to be expected in one of forty
   * times.
   *
   * @param count above 0, at most {@code all}
   */
  static double atLeast(long count, long all) {
    double low = 0;
    double high = (double) count / all;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (chanceOf(count, all, middle) < TAIL) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /**
   * The chance of so many or more of all, each with this share: the regularized incomplete beta
   * function of count and all - count + 1 (DLMF 8.17.5).
   */
  static double chanceOf(long count, long all, double share) {
    double a = count;
    double b = all - count + 1.0;
    // The fraction converges fast up to the mean; beyond it by symmetry (DLMF 8.17.4).
    return share <= (a + 1) / (a + b + 2)
        ? front(a, b, share) * fraction(a, b, share) / a
        : 1 - front(b, a, 1 - share) * fraction(b, a, 1 - share) / b;
  }

  private static double front(double a, double b, double x) {
    return x <= 0
        ? 0
        : Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  }

  /** The continued fraction DLMF 8.17.22, from its beginning on (Lentz, Applied Optics 1976). */
  private static double fraction(double a, double b, double x) {
    double c = 1;
    double d = 1 / nonZero(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= MOST_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / nonZero(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / nonZero(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < EPSILON) {
        break;
      }
    }
    return value;
  }

  private static double nonZero(double value) {
    return Math.abs(value) < SMALL ? SMALL : value;
  }

  /** Stirling's series (DLMF 5.11.1), after steps up to where it is exact to 15 digits. */
  private static double logGamma(double x) {
    double shift = 0;
    double y = x;
    while (y < 15) {
      shift += Math.log(y);
      y++;
    }
    double z = 1 / (y * y);
    double series = (1.0 / 12 - z * (1.0 / 360 - z * (1.0 / 1260 - z * (1.0 / 1680)))) / y;
    return (y - 0.5) * Math.log(y) - y + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
