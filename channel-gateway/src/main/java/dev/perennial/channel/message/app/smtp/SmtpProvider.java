package dev.perennial.channel.message.app.smtp;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.domain.EmailAddress;
import dev.perennial.channel.message.app.Mail;
import dev.perennial.channel.message.app.Provider;
import dev.perennial.channel.message.domain.Result;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.MailMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** E-mail through the SMTP server of the workspace's account. */
@ApplicationScoped
class SmtpProvider implements Provider {

  private final SmtpClients clients;
  private final Duration timeout;

  SmtpProvider(SmtpClients clients, ChannelConfig config) {
    this.clients = clients;
    this.timeout = config.email().attemptTimeout();
  }

  @Override
  public Uni<Result> send(Mail mail) {
    var client = clients.of(mail.account());
    if (client.rests()) {
      return Uni.createFrom().item(SmtpFault.UNREACHABLE);
    }
    return client
        .mail()
        .sendMail(encode(mail))
        .<Result>map(_ -> new Result.Sent())
        .ifNoItem()
        .after(timeout)
        .recoverWithItem(SmtpFault.NO_ANSWER)
        .onFailure()
        .recoverWithItem(SmtpFault::result)
        .invoke(result -> {
          if (result.equals(SmtpFault.UNREACHABLE)) {
            client.rest();
          }
        });
  }

  private static MailMessage encode(Mail mail) {
    var from = mail.account().account().from();
    // The same message always has the same Message-ID, so that a second copy can be told.
    var id = "<" + mail.messageId() + "@" + EmailAddress.domain(from) + ">";
    return new MailMessage()
        .setFrom(from)
        .setTo(mail.to())
        .setSubject(mail.subject())
        .setHtml(mail.html())
        .addHeader("Message-ID", id);
  }
}
