package dev.perennial.channel.account.store;

import dev.perennial.channel.account.domain.Account;

/**
 * An account as it is kept.
 *
 * @param version grows with each change
 * @param sealedPassword empty when there is none
 */
public record StoredAccount(Account account, int version, byte[] sealedPassword) {}
