package dev.perennial.localstack.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @Test
  void aSecretIsMadeOnceAndForItsOwnerOnly(@TempDir Path directory) throws IOException {
    var data = new DataDirectory(directory);
    data.create();
    String key = data.adminKey();
    assertEquals(key, data.adminKey());
    assertNotEquals(key, data.postgresPassword());
    assertEquals(32, Base64.getDecoder().decode(data.secretKey()).length);
    assertEquals(
        PosixFilePermissions.fromString("rw-------"),
        Files.getPosixFilePermissions(data.adminKeyFile()));
    data.forgetSecrets();
    assertNotEquals(key, data.adminKey());
  }
}
