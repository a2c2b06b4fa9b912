package dev.perennial.recommendation.serving.domain;

import dev.perennial.recommendation.serving.domain.Placement.Variant;

/**
 * Splits people among the variants of a placement by weighted rendezvous hashing: each variant
 * scores by a hash of its own, and the highest score wins. When one weight changes, or a variant
 * comes or goes, only those people see another one who must. Schindelhauer and Schomaker, "Weighted
 * Distributed Hash Tables" (SPAA 2005), the logarithmic method; the hash is FNV-1a with
 * MurmurHash3's finalizer.
 */
record Split(String placement) {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final double UNIT = 0x1.0p-53;

  /** Above 0, or 0 for nobody. */
  double score(Variant variant, String person) {
    long hash = add(add(add(FNV_OFFSET, placement), variant.name()), person);
    double uniform = ((mixed(hash) >>> 11) + 0.5) * UNIT;
    return variant.weight() / -Math.log(uniform);
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (int i = 0; i < text.length(); i++) {
      sum = (sum ^ text.charAt(i)) * FNV_PRIME;
    }
    // An end that no character has, so that "a", "bc" is not "ab", "c".
    return (sum ^ 0x10000) * FNV_PRIME;
  }

  private static long mixed(long hash) {
    long mixed = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
    return mixed ^ mixed >>> 33;
  }
}
