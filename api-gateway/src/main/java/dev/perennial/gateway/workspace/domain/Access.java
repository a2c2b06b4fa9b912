package dev.perennial.gateway.workspace.domain;

/** What a key opens. */
public record Access(String workspace, KeyKind kind, Scopes scopes, Limits limits) {}
