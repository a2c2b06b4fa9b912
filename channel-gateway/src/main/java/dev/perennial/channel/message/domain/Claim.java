package dev.perennial.channel.message.domain;

import static java.util.Objects.requireNonNull;

import dev.perennial.channel.contact.domain.Contact;

/**
 * The right to try to send a message once.
 *
 * @param contact the person, as they were when policy let the message go
 * @param attempts how often it was tried before
 */
public record Claim(Request request, Contact contact, int attempts) {

  public Claim {
    requireNonNull(request, "request");
    requireNonNull(contact, "contact");
  }
}
