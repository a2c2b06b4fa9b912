/** Credentials for providers. */
@NullMarked
package dev.perennial.channel.account.domain;

import org.jspecify.annotations.NullMarked;
