package dev.perennial.evaluation.session;

import java.time.Instant;

/**
 * One row of the file.
 *
 * @param type "view", "cart" or "purchase"
 * @param category its path, the number of the category last, parted by " > "
 * @param brand empty when not said
 */
record Event(
    Instant at,
    String type,
    String product,
    String category,
    String brand,
    long priceMicros,
    String user,
    String session) {

  boolean isView() {
    return type.equals("view");
  }
}
