package dev.perennial.evaluation.together;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.perennial.evaluation.retail.Invoice;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Orders before an instant, to learn from, and baskets after it, to be judged by. Known products
 * are those in at least five orders before it, numbered by their codes.
 *
 * @param train the orders before, each with the known products that it holds
 * @param invoices the orders before, parallel to those
 * @param test the later baskets of at least two known products
 */
record Split(List<String> products, List<int[]> train, List<Invoice> invoices, List<int[]> test) {

  private static final int KNOWN_FROM = 5;

  static Split at(Instant instant, Instant end, Collection<Invoice> invoices) {
    var before = invoices.stream().filter(one -> one.issuedAt().isBefore(instant)).toList();
    var products =
        before.stream()
            .flatMap(one -> one.products().stream())
            .collect(groupingBy(identity(), TreeMap::new, counting()))
            .entrySet()
            .stream()
            .filter(entry -> entry.getValue() >= KNOWN_FROM)
            .map(Map.Entry::getKey)
            .toList();
    var numbers = new HashMap<String, Integer>();
    products.forEach(product -> numbers.put(product, numbers.size()));
    return new Split(
        products,
        before.stream().map(one -> known(one, numbers)).toList(),
        before,
        invoices.stream()
            .filter(one -> !one.issuedAt().isBefore(instant) && one.issuedAt().isBefore(end))
            .map(one -> known(one, numbers))
            .filter(basket -> basket.length > 1)
            .toList());
  }

  /** Rising, as the codes of an invoice are. */
  private static int[] known(Invoice invoice, Map<String, Integer> numbers) {
    return invoice.products().stream()
        .filter(numbers::containsKey)
        .mapToInt(numbers::get)
        .toArray();
  }
}
