package dev.perennial.journey.domain;

import dev.perennial.journey.domain.Run.Ending;
import dev.perennial.journey.domain.Run.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A run on its way from node to node, until it waits or ends. */
final class Walk {

  private final Journey journey;
  private final Run run;
  private final Instant due;
  private final Instant now;
  private final List<Command> commands = new ArrayList<>();
  private int steps;
  private int messages;

  /**
   * Begins a walk.
   *
   * @param due when it should have begun, which an outage may have left behind: messages age from
   *     then, delays count from now
   */
  Walk(Journey journey, Run run, Instant due, Instant now) {
    this.journey = journey;
    this.run = run;
    this.due = due;
    this.now = now;
    this.steps = run.steps();
    this.messages = run.messages();
  }

  RunStep from(String first) {
    String at = first;
    while (true) {
      steps++;
      switch (journey.node(at)) {
        case Node.Message message -> {
          ask(at, message);
          at = message.next();
        }
        case Node.Delay delay -> {
          Instant until = now.plus(delay.length());
          commands.add(new Command.Schedule(at, "waits until " + until, until));
          return done(new State.Waiting(at, until));
        }
        case Node.Exit _ -> {
          commands.add(new Command.End(at, "came to the end", Ending.COMPLETED));
          return done(new State.Ended(Ending.COMPLETED, now));
        }
      }
    }
  }

  private RunStep done(State state) {
    return new RunStep(run.with(state, steps, messages), commands);
  }

  private void ask(String at, Node.Message message) {
    Optional<Instant> expiresAt = message.ttl().map(due::plus);
    if (expiresAt.filter(expiry -> !expiry.isAfter(now)).isPresent()) {
      String reason = "not asked for: the message was due at " + due + " and has gone stale";
      commands.add(new Command.Note(at, reason));
      return;
    }
    String reason = "asked for " + message.channel() + " message " + message.template();
    commands.add(new Command.SendMessage(at, reason, messageId(at), message, expiresAt));
    messages++;
  }

  /** A run never comes to the same step twice, a replay of the step comes to the same id. */
  private UUID messageId(String at) {
    return DerivedId.of(
        "message", run.profile().workspace(), run.id().toString(), at, Integer.toString(steps));
  }
}
