package dev.perennial.channel.account.app;

import dev.perennial.channel.account.domain.Account;

/**
 * An account ready for use, in memory only.
 *
 * @param version grows with each change of the account
 * @param password empty when there is none
 */
public record OpenAccount(Account account, int version, String password) {

  /** Without the password, as records end up in logs. */
  @Override
  public String toString() {
    return "OpenAccount[" + account.key() + ", version " + version + "]";
  }
}
