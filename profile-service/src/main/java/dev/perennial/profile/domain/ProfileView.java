package dev.perennial.profile.domain;

import java.util.List;

/**
 * A profile as it is read.
 *
 * @param traits a JSON object
 */
public record ProfileView(
    ProfileKey key,
    long revision,
    String traits,
    List<Identifier> identifiers,
    List<Consent> consents,
    Seen seen,
    Spending spending) {}
