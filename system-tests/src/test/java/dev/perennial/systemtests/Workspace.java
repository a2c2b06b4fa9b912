package dev.perennial.systemtests;

import static dev.perennial.systemtests.PackagedStack.JSON;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.perennial.demo.PublicApi;

/** A workspace of a test's own, with its keys. */
record Workspace(String key, String writeKey, String secretKey) {

  static Workspace create(PackagedStack stack, String key) {
    var path = "/api/v1/workspaces/" + key;
    stack.operator().put(path, JSON.createObjectNode().put("name", key));
    return new Workspace(key, newKey(stack, path, "write"), newKey(stack, path, "secret"));
  }

  private static String newKey(PackagedStack stack, String path, String kind) {
    var request = JSON.createObjectNode().put("name", kind).put("kind", kind);
    return stack.operator().post(path + "/keys", request).path("key").asText();
  }

  PublicApi api(PackagedStack stack) {
    return PublicApi.managing(JSON, stack.gateway(), secretKey);
  }

  PublicApi writer(PackagedStack stack) {
    return PublicApi.writing(JSON, stack.gateway(), writeKey);
  }

  static ObjectNode identify(String user, String email) {
    var event = JSON.createObjectNode();
    event.put("type", "identify").put("messageId", "identify-" + user).put("userId", user);
    event.putObject("traits").put("email", email);
    return event;
  }

  /** An order of two products, 10.50 together. */
  static ObjectNode order(String user, String number) {
    var event = JSON.createObjectNode();
    event.put("type", "track").put("messageId", "order-" + number).put("userId", user);
    event.put("event", "Order Completed");
    var products = event.putObject("properties").put("order_id", number).putArray("products");
    products.addObject().put("product_id", "tea").put("price", 3.5).put("quantity", 1);
    products.addObject().put("product_id", "cup").put("price", 3.5).put("quantity", 2);
    return event;
  }
}
