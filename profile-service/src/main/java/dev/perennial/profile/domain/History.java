package dev.perennial.profile.domain;

import java.util.List;

/**
 * A profile with what it did, as of one moment.
 *
 * @param revision the history holds all up to it and nothing after
 * @param traits a JSON object
 * @param events in order of time, then revision
 */
public record History(
    ProfileKey profile, long revision, String traits, List<HistoryEvent> events) {}
