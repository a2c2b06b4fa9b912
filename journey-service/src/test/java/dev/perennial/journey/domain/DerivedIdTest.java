package dev.perennial.journey.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DerivedIdTest {

  @Test
  void anIdNeverChanges() {
    assertEquals(
        UUID.fromString("bfb5eaf9-59bc-545a-8bb2-66ca52411527"),
        DerivedId.of("message", "shop", "run", "mail", "1"));
  }

  @Test
  void anIdIsOfVersionFive() {
    assertEquals(5, DerivedId.of("a").version());
    assertEquals(2, DerivedId.of("a").variant());
  }

  @Test
  void otherPartsGiveAnotherId() {
    assertNotEquals(DerivedId.of("a", "bc"), DerivedId.of("ab", "c"));
  }
}
