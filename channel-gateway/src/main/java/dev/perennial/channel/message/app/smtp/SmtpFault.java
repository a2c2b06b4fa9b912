package dev.perennial.channel.message.app.smtp;

import dev.perennial.channel.message.domain.Result;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLHandshakeException;

/**
 * What a failure of SMTP means for the message. Reasons hold the reply's code but not its text,
 * which may quote the address.
 */
final class SmtpFault {

  static final Result UNREACHABLE = new Result.Postponed("the mail server cannot be reached");
  static final Result NO_ANSWER = new Result.Unclear("the mail server did not answer in time");
  private static final Result LOST = new Result.Unclear("the connection was lost while sending");

  private SmtpFault() {}

  static Result result(Throwable failure) {
    return switch (failure) {
      // A reply of the server: it has said that it does not take the mail.
      case SMTPException reply when reply.getReplyCode() >= 500 ->
          new Result.Bounced("smtp " + reply.getReplyCode());
      case SMTPException reply when reply.getReplyCode() >= 400 ->
          new Result.Postponed("smtp " + reply.getReplyCode());
      // There was no connection yet, so nothing was handed over.
      case ConnectException _, UnknownHostException _, SSLHandshakeException _ -> UNREACHABLE;
      default -> LOST;
    };
  }
}
