package dev.perennial.recommendation.together.domain;

/** Lists of rising numbers, each once. */
final class Rising {

  private Rising() {}

  /**
   * What is in both; nothing when that is less than wanted. Counts first, as most are in too few to
   * be looked at any further.
   */
  static int[] common(int[] one, int[] other, int least) {
    int count = count(one, other);
    int[] common = new int[count < least ? 0 : count];
    for (int i = 0, j = 0, size = 0; size < common.length; ) {
      int a = one[i];
      int b = other[j];
      if (a == b) {
        common[size++] = a;
      }
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }

  /** Without branches that cannot be foreseen: they would be most of the time. */
  private static int count(int[] one, int[] other) {
    int common = 0;
    int i = 0;
    int j = 0;
    while (i < one.length && j < other.length) {
      int a = one[i];
      int b = other[j];
      common += a == b ? 1 : 0;
      i += a <= b ? 1 : 0;
      j += b <= a ? 1 : 0;
    }
    return common;
  }
}
