package dev.perennial.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

  private static final Path DOCUMENT = Path.of("../docs/asyncapi.yaml");

  @Test
  void theDocumentOfTheTopicsIsTheOneThatTheContractsMake() throws IOException {
    var made = AsyncApi.document();
    if ("accept".equals(System.getProperty("contracts.lock"))) {
      Files.writeString(DOCUMENT, made);
    }
    assertEquals(made, Files.readString(DOCUMENT));
  }
}
