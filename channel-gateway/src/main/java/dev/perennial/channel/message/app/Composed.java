package dev.perennial.channel.message.app;

import dev.perennial.channel.message.domain.Claim;
import dev.perennial.channel.message.domain.Result;

/** A claim made into a mail, or the reason why not. */
sealed interface Composed {

  Claim claim();

  record Ready(Claim claim, Mail mail) implements Composed {}

  record NotReady(Claim claim, Result result) implements Composed {}
}
