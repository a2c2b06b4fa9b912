package dev.perennial.recommendation.shop.store;

/**
 * The number of a change: within a shard in commit order and without a gap, so that whoever has
 * seen one has seen all before it.
 */
public record ChangeNumber(int shard, long sequence) {}
