package dev.perennial.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What the raw invoices say, worked out without any service, to hold the answers of the services
 * against.
 */
record ShopFigures(
    long lines,
    long invoices,
    long refunds,
    long adjustments,
    long knownCustomers,
    long anonymousInvoices,
    BigDecimal netValue,
    long orders,
    long knownOrders,
    long knownBuyers,
    Map<String, Long> segments) {

  static ShopFigures of(List<Invoice> invoices, Instant now) {
    var known = invoices.stream().filter(i -> i.customer().isPresent()).toList();
    var knownOrders = known.stream().filter(Invoice::isPositiveOrder).toList();
    var byCustomer =
        knownOrders.stream().collect(Collectors.groupingBy(i -> i.customer().orElseThrow()));
    return new ShopFigures(
        invoices.stream().mapToLong(i -> i.lines().size()).sum(),
        invoices.size(),
        count(invoices, i -> i.kind() == Invoice.Kind.REFUND),
        count(invoices, i -> i.kind() == Invoice.Kind.ADJUSTMENT),
        known.stream().map(Invoice::customer).distinct().count(),
        invoices.size() - known.size(),
        invoices.stream().map(Invoice::value).reduce(BigDecimal.ZERO, BigDecimal::add),
        count(invoices, Invoice::isPositiveOrder),
        knownOrders.size(),
        byCustomer.size(),
        segments(byCustomer.values(), now));
  }

  private static Map<String, Long> segments(Collection<List<Invoice>> customers, Instant now) {
    var sizes = new TreeMap<String, Long>();
    sizes.put("new", count(customers, o -> o.size() == 1 && within(o, now, 28) == 1));
    sizes.put("repeat", count(customers, o -> o.size() >= 2));
    sizes.put(
        "big-spenders",
        count(customers, o -> spent(o, now, 364).compareTo(BigDecimal.valueOf(5000)) >= 0));
    sizes.put(
        "at-risk",
        count(
            customers, o -> o.size() >= 2 && within(o, now, 182) >= 1 && within(o, now, 91) == 0));
    sizes.put("lapsed", count(customers, o -> within(o, now, 182) == 0));
    return sizes;
  }

  private static long within(List<Invoice> orders, Instant now, int days) {
    return count(orders, isWithin(now, days));
  }

  private static BigDecimal spent(List<Invoice> orders, Instant now, int days) {
    return orders.stream()
        .filter(isWithin(now, days))
        .map(Invoice::value)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Predicate<Invoice> isWithin(Instant now, int days) {
    return order -> order.issuedAt().isAfter(now.minus(Duration.ofDays(days)));
  }

  private static <T> long count(Collection<T> all, Predicate<T> which) {
    return all.stream().filter(which).count();
  }
}
