package dev.perennial.profile.domain;

/**
 * Exact figures over all events of a workspace. Known are profiles with a user id; positive are
 * orders of positive value.
 */
public record CommerceSummary(Totals totals, Money money, Known known) {

  /** How much there is of everything. */
  public record Totals(long events, long profiles, long knownProfiles) {}

  /** What was sold; line items of orders, refunds and adjustments together. */
  public record Money(
      long orders,
      long refunds,
      long adjustments,
      long lineItems,
      long anonymousEvents,
      long netMicros,
      long positiveOrders,
      long positiveMicros) {}

  /** What was sold to known profiles. */
  public record Known(
      long positiveOrders, long positiveMicros, long buyers, long repeatBuyers, long netMicros) {}
}
