package dev.perennial.channel.message.app.smtp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.perennial.channel.message.domain.Status;
import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SmtpFaultTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @MethodSource("faults")
  void onlyWhatWasCertainlyNotTakenIsTriedAgain(Throwable fault, Status expected) {
    assertEquals(expected, SmtpFault.result(fault).status());
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of(new ConnectException("refused"), Status.QUEUED),
        Arguments.of(new UnknownHostException("mail.example.com"), Status.QUEUED),
        Arguments.of(reply(451), Status.QUEUED),
        Arguments.of(reply(550), Status.FAILED),
        Arguments.of(new IOException("connection reset"), Status.UNKNOWN),
        Arguments.of(reply(-1), Status.UNKNOWN));
  }

  @Test
  void theReasonHoldsNoAddress() {
    assertFalse(SmtpFault.result(reply(550)).reason().contains("ann"));
  }

  private static SMTPException reply(int code) {
    return new SMTPException(
        "recipient rejected", code, List.of(code + " <ann@example.com> is unknown"), true);
  }
}
