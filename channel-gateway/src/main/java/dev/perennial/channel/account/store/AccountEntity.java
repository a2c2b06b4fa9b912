package dev.perennial.channel.account.store;

import dev.perennial.channel.account.domain.Account;
import dev.perennial.channel.account.domain.Account.Security;
import dev.perennial.channel.account.domain.AccountKey;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.io.Serializable;

/** An account with its sealed password, which is empty when there is none. */
@Entity(name = "Account")
@Table(name = "account")
@IdClass(AccountEntity.ChannelId.class)
class AccountEntity {

  @Id String workspace;
  @Id String channel;

  /** Tells senders that keep connections that the account has changed. */
  @Version int version;

  @Column(nullable = false)
  String provider;

  @Column(name = "sender", nullable = false)
  String from;

  @Column(nullable = false)
  String host;

  int port;

  @Column(nullable = false)
  @Enumerated(EnumType.STRING)
  Security security;

  @Column(nullable = false)
  String username;

  @Column(name = "sealed_password", nullable = false)
  byte[] sealedPassword;

  /** The key of the table. */
  record ChannelId(String workspace, String channel) implements Serializable {}

  void set(Account account, byte[] sealed) {
    workspace = account.key().workspace();
    channel = account.key().channel();
    provider = account.provider();
    from = account.from();
    host = account.host();
    port = account.port();
    security = account.security();
    username = account.username();
    sealedPassword = sealed;
  }

  Account toAccount() {
    return new Account(
        new AccountKey(workspace, channel), provider, from, host, port, security, username);
  }
}
