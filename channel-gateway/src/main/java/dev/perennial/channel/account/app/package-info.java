/** Keeping accounts, their passwords sealed. */
@NullMarked
package dev.perennial.channel.account.app;

import org.jspecify.annotations.NullMarked;
