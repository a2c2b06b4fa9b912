package dev.perennial.profile.domain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.Locale;
import java.util.UUID;

/** What a person is known by in a workspace. Belongs to one profile at a time. */
public record Identifier(String workspace, String type, String value)
    implements Comparable<Identifier> {

  public static final String USER_ID = "user_id";
  public static final String ANONYMOUS_ID = "anonymous_id";
  public static final String EMAIL = "email";

  private static final Comparator<Identifier> ORDER =
      Comparator.comparing(Identifier::workspace)
          .thenComparing(Identifier::type)
          .thenComparing(Identifier::value);

  private static final UUID NAMESPACE = UUID.fromString("5b0f3a52-6d0c-4d7e-9d52-7e7a6b1f4c11");

  public Identifier {
    requireNonNull(workspace, "workspace");
    requireNonNull(type, "type");
    // Nobody has two mailboxes that differ in case only.
    value = type.equals(EMAIL) ? value.strip().toLowerCase(Locale.ROOT) : value;
  }

  public boolean isUserId() {
    return type.equals(USER_ID);
  }

  /**
   * The id of the profile that this identifier would found. Derived, so that two partitions that
   * meet the same newcomer at once propose the same profile.
   */
  public ProfileKey candidate() {
    var name = String.join("\n", workspace, type, value);
    return new ProfileKey(workspace, DerivedId.of(NAMESPACE, name.getBytes(UTF_8)));
  }

  @Override
  public int compareTo(Identifier other) {
    return ORDER.compare(this, other);
  }
}
