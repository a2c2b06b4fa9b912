package dev.perennial.channel.contact.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perennial.channel.contact.domain.Contact.State;
import dev.perennial.channel.contact.domain.ContactChange;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.contact.domain.ContactStep;
import dev.perennial.channel.contact.domain.Identifier;
import dev.perennial.channel.contact.domain.Subscription;
import dev.perennial.contracts.profile.v1.ConsentChanged;
import dev.perennial.contracts.profile.v1.ConsentStatus;
import dev.perennial.contracts.profile.v1.IdentifiersChanged;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.exactlyonce.PoisonException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Turns activities into what they mean for contacts. */
public final class ActivityDecoder {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private ActivityDecoder() {}

  public static ContactStep decode(ProfileActivity activity) {
    var profileId = UUID.fromString(activity.getProfileId());
    var key = new ContactKey(activity.getWorkspace(), profileId);
    return new ContactStep(key, activity.getRevision(), change(activity));
  }

  private static ContactChange change(ProfileActivity activity) {
    return switch (activity.getActivityCase()) {
      case TRAITS_CHANGED -> traits(activity.getTraitsChanged().getChanged());
      case IDENTIFIERS_CHANGED -> identifiers(activity.getIdentifiersChanged());
      case CONSENT_CHANGED -> consent(activity.getConsentChanged(), activity.getReplay());
      case PROFILE_RETIRED -> new ContactChange.Ended(State.RETIRED);
      case PROFILE_ERASED -> new ContactChange.Ended(State.ERASED);
      case EVENT_RECORDED, PROFILES_MERGED, ACTIVITY_NOT_SET -> new ContactChange.Nothing();
    };
  }

  private static ContactChange traits(String changed) {
    var set = new HashMap<String, Object>();
    var removed = new HashSet<String>();
    parse(changed)
        .forEach((trait, value) -> {
          if (value == null) {
            removed.add(trait);
          } else {
            set.put(trait, value);
          }
        });
    return new ContactChange.TraitsSet(set, removed);
  }

  private static ContactChange identifiers(IdentifiersChanged changed) {
    return new ContactChange.Identified(
        identifiers(changed.getAddedList()), identifiers(changed.getRemovedList()));
  }

  private static List<Identifier> identifiers(
      List<dev.perennial.contracts.profile.v1.Identifier> identifiers) {
    return identifiers.stream().map(one -> new Identifier(one.getType(), one.getValue())).toList();
  }

  private static ContactChange consent(ConsentChanged changed, boolean replay) {
    var subscription = new Subscription(changed.getChannel(), changed.getTopic());
    boolean subscribed = changed.getStatus() == ConsentStatus.SUBSCRIBED;
    return new ContactChange.Consented(subscription, subscribed, replay);
  }

  private static Map<String, Object> parse(String json) {
    try {
      return JSON.readValue(json, OBJECT);
    } catch (JsonProcessingException e) {
      // Without the cause, which quotes the content.
      throw new PoisonException("traits_changed.changed is not a JSON object");
    }
  }
}
