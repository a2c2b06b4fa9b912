package dev.perennial.gateway.workspace.domain;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** A key as its holder has it: a prefix that says its kind, and 256 random bits. */
public final class KeyText {

  private static final int RANDOM_BYTES = 32;
  private static final int SHOWN = 9;

  private KeyText() {}

  /**
   * A new key.
   *
   * @param random a cryptographic one
   */
  public static String create(KeyKind kind, RandomGenerator random) {
    byte[] bytes = new byte[RANDOM_BYTES];
    random.nextBytes(bytes);
    return kind.prefix() + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** What is kept: a plain hash is enough for what cannot be guessed. */
  public static String hash(String key) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public static String shownPart(String key) {
    return key.substring(0, SHOWN);
  }
}
