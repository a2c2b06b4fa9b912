package dev.perennial.localstack.mailbox;

import static java.util.stream.Collectors.joining;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The pages. A mail's own HTML is shown in a sandbox, for it may say anything. */
final class MailHtml {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

  private static final String FRAME =
      """
      <!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mailbox</title><style>
      body { font: 15px system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
      table { border-collapse: collapse; width: 100% }
      td, th { text-align: left; padding: .35rem .6rem; border-bottom: 1px solid #ddd }
      iframe { width: 100%; height: 70vh; border: 1px solid #ddd }
      </style></head><body>
      """;

  private MailHtml() {}

  static String list(int count, List<Mail> mails) {
    String rows =
        mails.stream()
            .map(mail ->
                "<tr><td>%s</td><td>%s</td><td><a href=\"/messages/%d\">%s</a></td></tr>"
                    .formatted(
                        TIME.format(mail.receivedAt()),
                        escape(mail.to()),
                        mail.id(),
                        escape(mail.subject().isBlank() ? "(no subject)" : mail.subject())))
            .collect(joining("\n"));
    String older =
        mails.isEmpty() || mails.getLast().id() == 1
            ? ""
            : "<p><a href=\"/?before=%d\">Older</a></p>".formatted(mails.getLast().id());
    return FRAME
        + "<h1>Mailbox: "
        + count
        + (count == 1 ? " mail" : " mails")
        + "</h1><table><tr><th>Received</th><th>To</th><th>Subject</th></tr>"
        + rows
        + "</table>"
        + older;
  }

  static String message(Mail mail, MailBody body) {
    String content =
        body.html().isEmpty()
            ? "<pre>" + escape(body.text()) + "</pre>"
            : "<iframe sandbox srcdoc=\"" + escape(body.html()) + "\"></iframe>";
    return FRAME
        + """
        <p><a href="/">All mail</a> · <a href="/api/messages/%d/raw">Source</a></p>
        <h1>%s</h1><p>From %s<br>To %s<br>%s</p>%s
        """
            .formatted(
                mail.id(),
                escape(mail.subject()),
                escape(mail.from()),
                escape(mail.to()),
                TIME.format(mail.receivedAt()),
                content);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
