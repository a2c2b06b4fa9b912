package dev.perennial.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** The local mailbox: where the mails of the demo end up. */
final class Mailbox {

  private static final int PAGE = 500;

  private final PublicApi web;
  private final URI address;

  Mailbox(ObjectMapper json, URI address) {
    this.web = PublicApi.managing(json, address, "none-needed");
    this.address = address;
  }

  URI address() {
    return address;
  }

  int size() {
    return web.get("/api/count").path("count").asInt();
  }

  /** The mails, newest first, without their bodies. */
  List<JsonNode> mails() {
    var mails = new ArrayList<JsonNode>();
    JsonNode page;
    var before = "";
    do {
      page = web.get("/api/messages?limit=" + PAGE + before);
      page.path("messages").forEach(mails::add);
      before = "&before=" + page.path("next").asText();
    } while (page.has("next"));
    return mails;
  }

  JsonNode mail(String id) {
    return web.get("/api/messages/" + id);
  }

  static long people(List<JsonNode> mails) {
    var people = new HashSet<String>();
    mails.forEach(mail -> people.add(mail.path("to").toString()));
    return people.size();
  }
}
