package dev.perennial.channel.account.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.channel.account.domain.AccountKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals secrets for the database with AES-256-GCM. What is sealed for one account opens for no
 * other.
 */
@ApplicationScoped
public class SecretBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final Optional<SecretKey> key;
  private final SecureRandom random = new SecureRandom();

  SecretBox(@ConfigProperty(name = "perennial.secret-key") Optional<String> base64) {
    this.key = base64.map(SecretBox::decode);
  }

  /** Whether a key is configured. */
  boolean isUsable() {
    return key.isPresent();
  }

  byte[] seal(String secret, AccountKey owner) {
    var nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    var sealed = apply(Cipher.ENCRYPT_MODE, nonce, secret.getBytes(UTF_8), owner);
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  /** Fails when the key is another or the bytes were touched. */
  String open(byte[] sealed, AccountKey owner) {
    var buffer = ByteBuffer.wrap(sealed);
    var nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    var secret = new byte[buffer.remaining()];
    buffer.get(secret);
    return new String(apply(Cipher.DECRYPT_MODE, nonce, secret, owner), UTF_8);
  }

  private byte[] apply(int mode, byte[] nonce, byte[] input, AccountKey owner) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key.orElseThrow(), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD((owner.workspace() + "/" + owner.channel()).getBytes(UTF_8));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a secret cannot be sealed or opened with this key", e);
    }
  }

  private static SecretKey decode(String base64) {
    var bytes = Base64.getDecoder().decode(base64.strip());
    if (bytes.length != 32) {
      throw new IllegalArgumentException("perennial.secret-key must be 32 bytes in base64");
    }
    return new SecretKeySpec(bytes, "AES");
  }
}
