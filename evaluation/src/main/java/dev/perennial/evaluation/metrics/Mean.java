package dev.perennial.evaluation.metrics;

/** A mean that grows. Not for several threads. */
public final class Mean {

  private double sum;
  private long count;

  public void add(double value) {
    sum += value;
    count++;
  }

  /** Adds what another one holds. */
  public void add(Mean other) {
    sum += other.sum;
    count += other.count;
  }

  /** The mean, 0 of nothing. */
  public double value() {
    return count == 0 ? 0 : sum / count;
  }

  public long count() {
    return count;
  }
}
