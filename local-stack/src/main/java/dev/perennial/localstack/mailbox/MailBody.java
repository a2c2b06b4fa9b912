package dev.perennial.localstack.mailbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a mail says.
 *
 * @param headers the first value of each
 * @param text the first plain part, else empty
 * @param html the first HTML part, else empty
 */
record MailBody(Map<String, String> headers, String text, String html) {

  static MailBody of(MimeMessage message) throws IOException {
    try {
      var headers = new LinkedHashMap<String, String>();
      for (Header header : Collections.list(message.getAllHeaders())) {
        headers.putIfAbsent(header.getName(), header.getValue());
      }
      return new MailBody(headers, first(message, "text/plain"), first(message, "text/html"));
    } catch (MessagingException e) {
      throw new IOException("unreadable mail", e);
    }
  }

  private static String first(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      return part.getContent().toString();
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = first(parts.getBodyPart(i), type);
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return "";
  }
}
