package dev.perennial.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

  @Test
  void theUsualPortsAreThoseOfTheDocuments() {
    var settings = Settings.of(Map.of());
    assertEquals(8080, settings.port("GATEWAY"));
    assertEquals(8085, settings.port("RECOMMENDATION"));
    assertEquals(25432, settings.port("POSTGRES"));
    assertEquals(29092, settings.port("KAFKA"));
    assertEquals(26379, settings.port("REDIS"));
    assertEquals(8025, settings.port("MAILBOX"));
  }

  @Test
  void aVariableChangesAPortOrALimit() {
    var settings =
        Settings.of(Map.of("PERENNIAL_KAFKA_PORT", "9999", "PERENNIAL_KAFKA_MEMORY", "1G"));
    assertEquals(9999, settings.port("KAFKA"));
    assertEquals(1024, settings.memory("KAFKA"));
  }

  @Test
  void aWrongValueNamesItsVariable() {
    assertRefused(Map.of("PERENNIAL_SMTP_PORT", "70000"), "PERENNIAL_SMTP_PORT");
    assertRefused(Map.of("PERENNIAL_REDIS_MEMORY", "much"), "PERENNIAL_REDIS_MEMORY");
    assertRefused(Map.of("PERENNIAL_MAILBOX_PORT", "8080"), "PERENNIAL_GATEWAY_PORT");
  }

  private static void assertRefused(Map<String, String> environment, String named) {
    var refused = assertThrows(IllegalArgumentException.class, () -> Settings.of(environment));
    assertTrue(String.valueOf(refused.getMessage()).contains(named), refused::getMessage);
  }
}
