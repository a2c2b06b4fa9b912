package dev.perennial.channel.account.domain;

import static java.util.Objects.requireNonNull;

/**
 * How to reach a provider, without the password.
 *
 * @param provider "smtp"
 * @param from the sender, as in "Shop <shop@example.com>"
 * @param username empty when the server asks for none
 */
public record Account(
    AccountKey key,
    String provider,
    String from,
    String host,
    int port,
    Security security,
    String username) {

  public Account {
    requireNonNull(key, "key");
    requireNonNull(provider, "provider");
    requireNonNull(from, "from");
    requireNonNull(host, "host");
    requireNonNull(security, "security");
    requireNonNull(username, "username");
  }

  /** Whether a password kept for the other account may be used with this one. */
  public boolean sameLogin(Account other) {
    return host.equals(other.host) && port == other.port && username.equals(other.username);
  }

  /** How the connection is protected. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }
}
