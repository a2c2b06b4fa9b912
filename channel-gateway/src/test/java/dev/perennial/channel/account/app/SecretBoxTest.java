package dev.perennial.channel.account.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.channel.account.domain.AccountKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

  private static final AccountKey SHOP = new AccountKey("shop", "email");
  private static final AccountKey OTHER = new AccountKey("other", "email");

  private final SecretBox box = box((byte) 1);

  @Test
  void aSecretComesOutAsItWentIn() {
    assertEquals("pässword", box.open(box.seal("pässword", SHOP), SHOP));
  }

  @Test
  void whatIsKeptNeverShowsTheSecretNorThatTwoAreEqual() {
    var sealed = box.seal("password", SHOP);
    assertFalse(new String(sealed, ISO_8859_1).contains("password"));
    assertFalse(Arrays.equals(sealed, box.seal("password", SHOP)));
  }

  @Test
  void aSecretOpensForItsAccountOnly() {
    var sealed = box.seal("password", SHOP);
    assertThrows(IllegalStateException.class, () -> box.open(sealed, OTHER));
  }

  @Test
  void aSecretOpensWithItsKeyOnly() {
    var sealed = box.seal("password", SHOP);
    assertThrows(IllegalStateException.class, () -> box((byte) 2).open(sealed, SHOP));
  }

  @Test
  void aShortKeyIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new SecretBox(Optional.of("c2hvcnQ=")));
  }

  private static SecretBox box(byte fill) {
    var key = new byte[32];
    Arrays.fill(key, fill);
    return new SecretBox(Optional.of(Base64.getEncoder().encodeToString(key)));
  }
}
