package dev.perennial.recommendation.order.domain;

import java.util.Arrays;

/** Gives out the numbers from 0 up, those given back first. */
final class FreeNumbers {

  private int[] free = new int[16];
  private int count;
  private int next;

  int take() {
    return count > 0 ? free[--count] : next++;
  }

  void giveBack(int number) {
    if (count == free.length) {
      free = Arrays.copyOf(free, count * 2);
    }
    free[count++] = number;
  }
}
