package dev.perennial.recommendation.similar.domain;

/** Who has a word, and how much it weighs in each. */
record Posting(int[] products, float[] weights) {}
