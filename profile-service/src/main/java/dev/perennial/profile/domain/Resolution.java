package dev.perennial.profile.domain;

import java.util.List;

/**
 * Whose event it is.
 *
 * @param person as of then; ask for the canonical one, since a later event may have merged it
 * @param dropped identifiers of the event that the rules refused
 */
public record Resolution(Person person, List<Identifier> dropped) {}
