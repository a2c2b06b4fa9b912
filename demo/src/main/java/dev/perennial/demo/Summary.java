package dev.perennial.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The figures at the end, read back from the services, each beside what the raw file says. A figure
 * that differs makes the demo fail.
 */
final class Summary {

  private final PrintStream out;
  private int wrong;

  Summary(PrintStream out) {
    this.out = out;
  }

  int wrong() {
    return wrong;
  }

  void commerce(JsonNode read, ShopFigures file) {
    title("What the shop sold (GET /api/v1/metrics/commerce)");
    long orders = read.path("ordersCompleted").asLong();
    long refunds = read.path("ordersRefunded").asLong();
    long adjustments = read.path("balancesAdjusted").asLong();
    same("invoice lines", read.path("lineItems").asLong(), file.lines());
    same("invoices", orders + refunds + adjustments, file.invoices());
    same("  of them refunds", refunds, file.refunds());
    same("known customers", read.path("knownProfiles").asLong(), file.knownCustomers());
    same(
        "anonymous invoices",
        read.path("anonymousCommerceEvents").asLong(),
        file.anonymousInvoices());
    same("net value, GBP", money(read.path("netValue")), money(file.netValue()));
    same("orders of positive value", read.path("positiveOrders").asLong(), file.orders());
    same("  of known customers", read.path("knownPositiveOrders").asLong(), file.knownOrders());
    same("buyers among them", read.path("knownBuyers").asLong(), file.knownBuyers());
  }

  void segment(JsonNode segment, long size) {
    same(segment.path("name").asText(), segment.path("size").asLong(), size);
  }

  void pairs(JsonNode pairs) {
    title("Bought together most often (GET /api/v1/recommendations/pairs)");
    for (var pair : pairs.path("pairs")) {
      out.printf(
          "  %,5d orders, confidence %4.1f %%, lift %5.1f   %s + %s%n",
          pair.path("pairOrders").asLong(),
          100 * pair.path("confidence").asDouble(),
          pair.path("lift").asDouble(),
          pair.path("name").asText(),
          pair.path("otherName").asText());
    }
  }

  void mails(long members, long mails, long people) {
    title("The win-back journey");
    same("mails in the mailbox", mails, members);
    same("people who got one", people, members);
  }

  void mail(JsonNode mail) {
    title("One of them");
    out.printf(
        "  To: %s%n  Subject: %s%n", mail.path("to").asText(), mail.path("subject").asText());
    var body = mail.path("html").asText().replaceAll("(?s)<[^>]+>", "").strip();
    body.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(this::quote);
  }

  void title(String title) {
    out.printf("%n%s%n", title);
  }

  private void quote(String line) {
    out.printf("  | %s%n", line);
  }

  private void same(String what, long read, long file) {
    same(what, "%,d".formatted(read), "%,d".formatted(file));
  }

  private void same(String what, String read, String file) {
    boolean same = read.equals(file);
    wrong += same ? 0 : 1;
    out.printf(
        "  %-48s %14s  %s%n", what, read, same ? "as in the file" : "BUT THE FILE SAYS " + file);
  }

  private static String money(JsonNode amount) {
    return money(new BigDecimal(amount.asText("0")));
  }

  private static String money(BigDecimal amount) {
    return "%,.2f".formatted(amount.setScale(2, RoundingMode.HALF_UP));
  }
}
