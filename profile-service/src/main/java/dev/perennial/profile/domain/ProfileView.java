package dev.perennial.profile.domain;

import java.util.List;
import java.util.UUID;

/**
 * A profile as it is read.
 *
 * @param asked the id by which it was asked for: its own, or that of one that it absorbed
 * @param traits a JSON object
 */
public record ProfileView(
    ProfileKey key,
    UUID asked,
    long revision,
    String traits,
    List<Identifier> identifiers,
    List<Consent> consents,
    Seen seen,
    Spending spending) {}
