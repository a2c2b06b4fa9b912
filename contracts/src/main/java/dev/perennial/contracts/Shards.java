package dev.perennial.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * The fixed number of shards that all keys are spread over. The partition of a record is the shard
 * of its key, in every topic, so that the records, timers and caches of a key have one owner. The
 * number is set once at installation and never changes; each service checks it against its topics
 * and its database when it starts.
 *
 * @param count 1 to 1024
 */
public record Shards(int count) {

  public Shards {
    if (count < 1 || count > 1024) {
      throw new IllegalArgumentException("shards must be 1 to 1024, not " + count);
    }
  }

  /** The shard of a key, 0 to count - 1. */
  public int of(String key) {
    return (murmur2(key.getBytes(UTF_8)) & 0x7fffffff) % count;
  }

  /** MurmurHash2 by Austin Appleby (public domain) with the seed of Kafka's default partitioner. */
  private static int murmur2(byte[] data) {
    int m = 0x5bd1e995;
    int h = 0x9747b28c ^ data.length;
    int whole = data.length & ~3;
    for (int i = 0; i < whole; i += 4) {
      int k = littleEndian(data, i) * m;
      k = (k ^ (k >>> 24)) * m;
      h = (h * m) ^ k;
    }
    int left = data.length - whole;
    if (left > 0) {
      for (int i = left - 1; i >= 0; i--) {
        h ^= (data[whole + i] & 0xff) << (8 * i);
      }
      h *= m;
    }
    h = (h ^ (h >>> 13)) * m;
    return h ^ (h >>> 15);
  }

  private static int littleEndian(byte[] data, int at) {
    return (data[at] & 0xff)
        | (data[at + 1] & 0xff) << 8
        | (data[at + 2] & 0xff) << 16
        | (data[at + 3] & 0xff) << 24;
  }
}
