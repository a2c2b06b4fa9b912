package dev.perennial.channel.message.domain;

import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.domain.EmailAddress;
import dev.perennial.channel.message.domain.Decision.Refuse;
import dev.perennial.channel.message.domain.Decision.Send;
import dev.perennial.channel.message.domain.Decision.Wait;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a message may go to a person, looked at at the moment of sending. The first rule that
 * says no gives the reason.
 *
 * @param explicitConsent whether marketing needs a recorded yes; otherwise it needs that there is
 *     no recorded no
 */
public record Policy(boolean explicitConsent) {

  public static final String ERASED = "erased";
  public static final String RETIRED = "merged into another profile";
  public static final String EXPIRED = "expired";
  public static final String NO_ADDRESS = "no e-mail address";
  public static final String BAD_ADDRESS = "unusable e-mail address";
  public static final String BEHIND = "waits for the profile's activity";

  public Decision decide(Request request, Contact contact, Instant now) {
    if (contact.state() != Contact.State.ACTIVE) {
      return new Refuse(contact.state() == Contact.State.ERASED ? ERASED : RETIRED);
    }
    boolean expired = !now.isBefore(request.expiresAt());
    if (contact.revision() < request.revision()) {
      // What is not known yet may forbid it: an unsubscribe, a new address, an erasure.
      return expired ? new Refuse(EXPIRED) : new Wait(BEHIND);
    }
    if (!request.wanted().channel().equals("email")) {
      return new Refuse("channel " + request.wanted().channel() + " is not available");
    }
    if (contact.email().isEmpty()) {
      return new Refuse(NO_ADDRESS);
    }
    if (!contact.email().filter(EmailAddress::isUsable).isPresent()) {
      return new Refuse(BAD_ADDRESS);
    }
    return consent(request, contact).orElseGet(() -> expired ? new Refuse(EXPIRED) : new Send());
  }

  private Optional<Decision> consent(Request request, Contact contact) {
    if (request.isTransactional()) {
      return Optional.empty();
    }
    var wanted = request.wanted();
    var refusal = contact.consents().refusal(wanted);
    if (refusal.isPresent()) {
      return refusal.map(said -> new Refuse("unsubscribed from " + said));
    }
    return explicitConsent && !contact.consents().allows(wanted)
        ? Optional.of(new Refuse("no consent to " + wanted))
        : Optional.empty();
  }
}
