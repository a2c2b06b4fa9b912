package dev.perennial.localstack.component;

import dev.perennial.localstack.mailbox.MailboxMain;
import java.nio.file.Path;
import java.util.List;

/**
 * The mailbox of the local stack.
 *
 * @param port of its web page
 */
public record Mailbox(Path home, JavaProgram java, int port, int smtpPort) implements Component {

  @Override
  public String name() {
    return "mailbox";
  }

  /** It makes its directory itself. */
  @Override
  public void prepare() {}

  @Override
  public List<String> command() {
    return java.command(
        MailboxMain.class.getName(),
        List.of(home.toString(), Integer.toString(smtpPort), Integer.toString(port)));
  }

  @Override
  public boolean ready() {
    return Http.answers(port, "/api/count");
  }
}
