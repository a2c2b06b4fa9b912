package dev.perennial.localstack.mailbox;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;

/**
 * An SMTP server that answers at once. GreenMail writes a reply's text and its line end one after
 * the other, and without this the line end waits for the client to acknowledge the text, which it
 * delays by 40 ms: four replies a mail make that 180 ms.
 */
final class PromptMail extends GreenMail {

  PromptMail(int port) {
    super(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  @Override
  protected Map<String, AbstractServer> createServices(ServerSetup[] config, Managers managers) {
    return Map.of(ServerSetup.PROTOCOL_SMTP, new Smtp(config[0], managers));
  }

  private static final class Smtp extends SmtpServer {

    Smtp(ServerSetup setup, Managers managers) {
      super(setup, managers);
    }

    @Override
    protected void handleClientSocket(Socket client) throws SocketException {
      client.setTcpNoDelay(true);
      super.handleClientSocket(client);
    }
  }
}
