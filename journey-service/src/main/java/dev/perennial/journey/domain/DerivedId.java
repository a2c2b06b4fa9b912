package dev.perennial.journey.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** Name-based ids (UUIDv5, RFC 9562): the same parts give the same id, on any machine. */
public final class DerivedId {

  private static final UUID NAMESPACE = UUID.fromString("7c0f6a52-3c1e-5d0b-9a76-5b1c2f8f4e11");

  private DerivedId() {}

  /** Parts must not hold a slash: slugs, node names, numbers and ids do not. */
  public static UUID of(String... parts) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      var namespace = ByteBuffer.allocate(16);
      namespace.putLong(NAMESPACE.getMostSignificantBits());
      namespace.putLong(NAMESPACE.getLeastSignificantBits());
      sha1.update(namespace.array());
      var hash = ByteBuffer.wrap(sha1.digest(String.join("/", parts).getBytes(UTF_8)));
      long high = (hash.getLong() & 0xffffffffffff0fffL) | 0x5000L;
      long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
      return new UUID(high, low);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }
}
