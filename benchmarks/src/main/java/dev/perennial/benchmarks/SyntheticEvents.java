package dev.perennial.benchmarks;

import java.time.Instant;
import java.util.SplittableRandom;

/**
 * A simulator of visitors: page-view-sized track events (about 500 bytes each) of a number of
 * users, evenly drawn. The same seed makes the same users and products; message ids are unique to a
 * run.
 *
 * @param run part of each message id
 */
record SyntheticEvents(String run, int users, int products) {

  /** The body of a batch request: events numbered from first. */
  String batch(int first, int size) {
    var random = new SplittableRandom(first);
    var now = Instant.now();
    var body =
        new StringBuilder(size * 520).append("{\"sentAt\":\"").append(now).append("\",\"batch\":[");
    for (int i = 0; i < size; i++) {
      body.append(i == 0 ? "" : ",").append(event(first + i, random, now));
    }
    return body.append("]}").toString();
  }

  private String event(int number, SplittableRandom random, Instant now) {
    int product = random.nextInt(products);
    return """
    {"type":"track","messageId":"%s-%d","userId":"user-%d","event":"Product Viewed","timestamp":"%s",\
    "properties":{"product_id":"sku-%d","sku":"S-%d","category":"category-%d","name":"Product number %d",\
    "brand":"brand-%d","price":%d.99,"currency":"EUR","position":%d,\
    "url":"https://shop.example.com/products/%d","image_url":"https://shop.example.com/images/%d.jpg"},\
    "context":{"ip":"192.0.2.%d","locale":"fr-FR","page":{"path":"/products/%d","title":"Product number %d"}}}\
    """
        .formatted(
            run,
            number,
            random.nextInt(users),
            now,
            product,
            product,
            product % 50,
            product,
            product % 20,
            product % 90,
            number % 24,
            product,
            product,
            number % 250,
            product,
            product);
  }
}
