package dev.perennial.profile.domain;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which identifiers may stand together on one profile. The rules are those that Segment Unify
 * publishes.
 *
 * @param userIds how many user ids a profile may have
 * @param others how many of each other type
 * @param total how many identifiers in all, which bounds what a merge can grow to
 */
public record IdentityRules(int userIds, int others, int total) {

  public static final IdentityRules DEFAULT = new IdentityRules(1, 5, 1000);

  private static final Pattern BLOCKED = Pattern.compile("[0-]*|-1|null|anonymous");

  /** Values that clients send for "nobody"; honouring one would merge strangers. */
  public boolean blocks(Identifier identifier) {
    return BLOCKED.matcher(identifier.value()).matches();
  }

  /** The most telling first: user ids, e-mail addresses, then the rest as they came. */
  public List<Identifier> byPriority(Collection<Identifier> identifiers) {
    return identifiers.stream().distinct().sorted(comparingInt(IdentityRules::rank)).toList();
  }

  /** Whether a profile may hold all of these. */
  public boolean allow(Collection<Identifier> identifiers) {
    return identifiers.size() <= total
        && identifiers.stream()
            .collect(Collectors.groupingBy(Identifier::type, Collectors.counting()))
            .entrySet()
            .stream()
            .allMatch(count -> count.getValue() <= limit(count.getKey()));
  }

  private int limit(String type) {
    return type.equals(Identifier.USER_ID) ? userIds : others;
  }

  private static int rank(Identifier identifier) {
    return switch (identifier.type()) {
      case Identifier.USER_ID -> 0;
      case Identifier.EMAIL -> 1;
      default -> 2;
    };
  }
}
