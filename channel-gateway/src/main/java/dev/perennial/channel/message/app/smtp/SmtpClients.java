package dev.perennial.channel.message.app.smtp;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.account.app.OpenAccount;
import dev.perennial.channel.account.domain.Account;
import dev.perennial.channel.account.domain.AccountKey;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** One client an account, with connections of its own that are used again. */
@ApplicationScoped
class SmtpClients {

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** Shorter than servers' own, so that a connection rarely ends while a mail is on its way. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(20);

  private final Map<AccountKey, Entry> clients = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final Clock clock;
  private final int connections;

  SmtpClients(Vertx vertx, Clock clock, ChannelConfig config) {
    this.vertx = vertx;
    this.clock = clock;
    this.connections = config.email().connections();
  }

  SmtpClient of(OpenAccount account) {
    return clients
        .compute(
            account.account().key(),
            (_, known) -> {
              if (known != null && known.version() == account.version()) {
                return known;
              }
              if (known != null) {
                known.client().mail().closeAndForget();
              }
              var mail = MailClient.create(vertx, config(account));
              return new Entry(account.version(), new SmtpClient(mail, clock));
            })
        .client();
  }

  @PreDestroy
  void close() {
    clients.values().forEach(entry -> entry.client().mail().closeAndForget());
  }

  private MailConfig config(OpenAccount open) {
    var account = open.account();
    var config =
        new MailConfig(account.host(), account.port())
            .setStarttls(
                account.security() == Account.Security.STARTTLS
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setSsl(account.security() == Account.Security.TLS)
            .setLogin(account.username().isEmpty() ? LoginOption.NONE : LoginOption.REQUIRED)
            .setKeepAlive(true)
            .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
            .setKeepAliveTimeoutUnit(TimeUnit.SECONDS)
            .setMaxPoolSize(connections);
    config.setConnectTimeout((int) CONNECT.toMillis());
    if (account.security() != Account.Security.NONE) {
      config.setHostnameVerificationAlgorithm("HTTPS");
    }
    if (!account.username().isEmpty()) {
      config.setUsername(account.username()).setPassword(open.password());
    }
    return config;
  }

  private record Entry(int version, SmtpClient client) {}
}
