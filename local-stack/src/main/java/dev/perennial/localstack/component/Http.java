package dev.perennial.localstack.component;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** One question over HTTP to this machine. */
final class Http {

  private Http() {}

  static boolean answers(int port, String path) {
    try {
      var uri = URI.create("http://127.0.0.1:" + port + path);
      if (!(uri.toURL().openConnection() instanceof HttpURLConnection connection)) {
        return false;
      }
      connection.setConnectTimeout(1_000);
      connection.setReadTimeout(3_000);
      try {
        return connection.getResponseCode() == 200;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
