package dev.perennial.recommendation.domain;

/**
 * A product to show and why.
 *
 * @param name the last one an order gave it, empty when none did
 * @param score higher is better, comparable within one answer only
 * @param seedName the last one an order gave the seed, empty when none did
 * @param evidence of the seed that speaks for it most
 */
public record Suggestion(
    String product, String name, double score, String seedName, Evidence evidence) {}
