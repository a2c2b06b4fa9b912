package dev.perennial.evaluation.basket;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.perennial.evaluation.retail.Invoice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The last order of each customer is to be told from the orders before it and those of the others.
 * Customers of at least three orders are asked about, as in the papers; all orders of the rest are
 * history.
 *
 * @param products those of the history, in the order of their ids
 * @param histories of all customers, each from the first order on
 */
record Protocol(List<String> products, List<List<Order>> histories, List<Question> questions) {

  private static final int LEAST_ORDERS = 3;

  /**
   * An order of the history.
   *
   * @param products by number, ascending
   */
  record Order(Instant at, int[] products) {}

  /**
   * What did this customer buy then?
   *
   * @param customer the number of the history
   * @param truth also products that no history holds
   */
  record Question(int customer, Instant at, Set<String> truth) {}

  Protocol {
    products = List.copyOf(products);
    histories = List.copyOf(histories);
    questions = List.copyOf(questions);
  }

  /** Of the orders before an instant. */
  static Protocol of(List<Invoice> invoices, Instant before) {
    var byCustomer =
        invoices.stream()
            .filter(invoice -> invoice.issuedAt().isBefore(before))
            .filter(invoice -> invoice.customer().isPresent())
            .collect(groupingBy(one -> one.customer().get(), TreeMap::new, toList()));
    return of(List.copyOf(byCustomer.values()));
  }

  /** The same with some of the questions only; what the others ask for stays unknown. */
  Protocol asking(Predicate<Question> which) {
    return new Protocol(products, histories, questions.stream().filter(which).toList());
  }

  private static Protocol of(List<List<Invoice>> customers) {
    var known = customers.stream().map(Protocol::history).toList();
    var ids = new TreeSet<String>();
    known.forEach(orders -> orders.forEach(order -> ids.addAll(order.products())));
    var products = List.copyOf(ids);
    var questions = new ArrayList<Question>();
    for (int customer = 0; customer < customers.size(); customer++) {
      var orders = customers.get(customer);
      if (isAskedAbout(orders)) {
        var last = orders.getLast();
        questions.add(new Question(customer, last.issuedAt(), Set.copyOf(last.products())));
      }
    }
    var histories =
        known.stream()
            .map(orders -> orders.stream().map(order -> numbered(order, products)).toList())
            .toList();
    return new Protocol(products, histories, questions);
  }

  private static boolean isAskedAbout(List<Invoice> orders) {
    return orders.size() >= LEAST_ORDERS;
  }

  private static List<Invoice> history(List<Invoice> orders) {
    return isAskedAbout(orders) ? orders.subList(0, orders.size() - 1) : orders;
  }

  private static Order numbered(Invoice invoice, List<String> products) {
    int[] numbers =
        invoice.products().stream()
            .mapToInt(id -> Collections.binarySearch(products, id))
            .toArray();
    return new Order(invoice.issuedAt(), numbers);
  }
}
