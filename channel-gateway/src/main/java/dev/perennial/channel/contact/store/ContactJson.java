package dev.perennial.channel.contact.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.channel.contact.domain.Consents;
import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.Identifier;
import dev.perennial.channel.contact.domain.Subscription;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What is known of a contact as one JSON document: it is read and written whole. */
record ContactJson(Map<String, Object> traits, List<Identifier> identifiers, List<Said> consents) {

  /** The last word on a subscription. */
  record Said(String channel, String topic, boolean subscribed) {}

  private static final ObjectMapper JSON = new ObjectMapper();

  static String write(Contact contact) {
    var consents =
        contact.consents().said().entrySet().stream()
            .map(e -> new Said(e.getKey().channel(), e.getKey().topic(), e.getValue()))
            .toList();
    try {
      return JSON.writeValueAsString(
          new ContactJson(contact.traits(), contact.identifiers(), consents));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ContactJson read(String document) {
    try {
      return JSON.readValue(document, ContactJson.class);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  Consents toConsents() {
    return new Consents(
        consents.stream()
            .collect(
                Collectors.toMap(
                    said -> new Subscription(said.channel(), said.topic()), Said::subscribed)));
  }
}
