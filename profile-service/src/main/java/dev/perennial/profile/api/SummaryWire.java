package dev.perennial.profile.api;

import dev.perennial.profile.domain.CommerceSummary;

/** The figures as the contract has them. */
final class SummaryWire {

  private SummaryWire() {}

  static dev.perennial.contracts.profile.v1.CommerceSummary summary(CommerceSummary summary) {
    var totals = summary.totals();
    var money = summary.money();
    var known = summary.known();
    return dev.perennial.contracts.profile.v1.CommerceSummary.newBuilder()
        .setEvents(totals.events())
        .setProfiles(totals.profiles())
        .setKnownProfiles(totals.knownProfiles())
        .setAnonymousProfiles(totals.profiles() - totals.knownProfiles())
        .setOrdersCompleted(money.orders())
        .setOrdersRefunded(money.refunds())
        .setBalancesAdjusted(money.adjustments())
        .setLineItems(money.lineItems())
        .setAnonymousCommerceEvents(money.anonymousEvents())
        .setNetValueMicros(money.netMicros())
        .setPositiveOrders(money.positiveOrders())
        .setPositiveValueMicros(money.positiveMicros())
        .setKnownPositiveOrders(known.positiveOrders())
        .setKnownPositiveValueMicros(known.positiveMicros())
        .setKnownBuyers(known.buyers())
        .setKnownRepeatBuyers(known.repeatBuyers())
        .setKnownNetValueMicros(known.netMicros())
        .build();
  }
}
