package dev.perennial.localstack.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file a mail, named by its id, with the address it was delivered to as its first header. */
final class MailStore {

  private static final String DELIVERED_TO = "Delivered-To";
  private static final String SUFFIX = ".eml";

  /** Made once: a session searches the whole classpath for what it is made of. */
  private static final Session SESSION = Session.getInstance(new Properties());

  private final Path directory;
  private final NavigableMap<Long, Mail> mails = new ConcurrentSkipListMap<>();

  MailStore(Path directory) throws IOException {
    this.directory = Files.createDirectories(directory);
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(f -> f.toString().endsWith(SUFFIX)).toList()) {
        long id = Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
        var receivedAt = Files.getLastModifiedTime(file).toInstant();
        mails.put(id, describe(id, receivedAt, parse(Files.readAllBytes(file))));
      }
    }
  }

  synchronized void add(String address, MimeMessage message) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes((DELIVERED_TO + ": " + address + "\r\n").getBytes(UTF_8));
    try {
      message.writeTo(bytes);
    } catch (MessagingException e) {
      throw new IOException("unreadable mail", e);
    }
    long id = mails.isEmpty() ? 1 : mails.lastKey() + 1;
    Path fresh = directory.resolve(id + ".new");
    Files.write(fresh, bytes.toByteArray());
    Files.move(fresh, file(id), StandardCopyOption.ATOMIC_MOVE);
    mails.put(id, describe(id, Instant.now(), parse(bytes.toByteArray())));
  }

  int count() {
    return mails.size();
  }

  /** The newest first, those before the id only. */
  List<Mail> before(long id, int limit) {
    return mails.headMap(id, false).descendingMap().values().stream().limit(limit).toList();
  }

  Optional<Mail> find(long id) {
    return Optional.ofNullable(mails.get(id));
  }

  MimeMessage read(long id) throws IOException {
    return parse(Files.readAllBytes(file(id)));
  }

  byte[] raw(long id) throws IOException {
    return Files.readAllBytes(file(id));
  }

  private Path file(long id) {
    return directory.resolve(id + SUFFIX);
  }

  private static MimeMessage parse(byte[] bytes) throws IOException {
    try {
      return new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
    } catch (MessagingException e) {
      throw new IOException("unreadable mail", e);
    }
  }

  private static Mail describe(long id, Instant receivedAt, MimeMessage message)
      throws IOException {
    try {
      return new Mail(
          id,
          receivedAt,
          message.getFrom() == null ? "" : InternetAddress.toUnicodeString(message.getFrom()),
          orEmpty(message.getHeader(DELIVERED_TO, null)),
          orEmpty(message.getSubject()));
    } catch (MessagingException e) {
      throw new IOException("unreadable mail", e);
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
