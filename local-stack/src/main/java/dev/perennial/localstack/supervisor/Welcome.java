package dev.perennial.localstack.supervisor;

/** Where things are. */
final class Welcome {

  private Welcome() {}

  static void print(DataDirectory data, Settings settings) {
    System.out.printf(
        """

        Perennial is up.
          API        http://localhost:%d   (OpenAPI: /q/openapi)
          Admin key  %s
          Mailbox    http://localhost:%d   (SMTP: localhost:%d)
          Postgres   localhost:%d   Kafka localhost:%d   Redis localhost:%d
          Next       ./perennial status | logs [service] | demo | down
        """,
        settings.port("GATEWAY"),
        data.adminKeyFile(),
        settings.port("MAILBOX"),
        settings.port("SMTP"),
        settings.port("POSTGRES"),
        settings.port("KAFKA"),
        settings.port("REDIS"));
  }
}
