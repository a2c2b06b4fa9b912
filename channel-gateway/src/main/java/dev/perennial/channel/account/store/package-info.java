/** Accounts in Postgres. */
@NullMarked
package dev.perennial.channel.account.store;

import org.jspecify.annotations.NullMarked;
