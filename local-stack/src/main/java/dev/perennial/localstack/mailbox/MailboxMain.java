package dev.perennial.localstack.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The process of the mailbox: directory, SMTP port, web port. */
public final class MailboxMain {

  private MailboxMain() {}

  public static void main(String[] args) throws IOException {
    start(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
  }

  /** Serves until the returned handle is closed. */
  static AutoCloseable start(Path directory, int smtpPort, int webPort) throws IOException {
    var store = new MailStore(directory);
    var smtp = new PromptMail(smtpPort);
    smtp.getManagers()
        .getUserManager()
        .setMessageDeliveryHandler((message, address) -> new Recipient(store, address.getEmail()));
    var web = new MailPages(store, webPort);
    smtp.start();
    web.start();
    return () -> {
      smtp.stop();
      web.stop();
    };
  }

  /** The server must not confirm what is not on disk, and it has no other way to be told. */
  static void failDelivery(IOException e) {
    System.err.println("cannot keep mail: " + new UncheckedIOException(e));
    Runtime.getRuntime().halt(1);
  }
}
