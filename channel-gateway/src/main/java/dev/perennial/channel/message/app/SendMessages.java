package dev.perennial.channel.message.app;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.ChannelConfig.AfterCrash;
import dev.perennial.channel.message.app.Composed.NotReady;
import dev.perennial.channel.message.app.Composed.Ready;
import dev.perennial.channel.message.domain.Attempt;
import dev.perennial.channel.message.domain.Result;
import dev.perennial.channel.message.domain.Status;
import dev.perennial.channel.message.store.ClaimTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * One round of sending: claim, compose, hand over, record. Mails are handed over a few at a time:
 * that they are about to be is committed before the provider is called, and the result afterwards.
 * A crash in between leaves a few messages of which nobody knows whether they were sent; another
 * sender ends their claims by the channel's rule, and queues again what was not handed over.
 */
@ApplicationScoped
class SendMessages {

  /** Under way at a time: while one group is marked or recorded, the other uses the connections. */
  private static final int GROUPS = 2;

  private static final Duration RECORD_AGAIN = Duration.ofMillis(200);
  private static final Duration RECORD_AGAIN_AT_MOST = Duration.ofSeconds(5);

  private final ClaimMessages claims;
  private final ComposeMails compose;
  private final Provider provider;
  private final ClaimTable table;
  private final Pool pool;
  private final SenderMetrics metrics;
  private final ChannelConfig.Email config;

  /** Names this process' claims, so that it records results of its own claims only. */
  private final UUID claimant = UUID.randomUUID();

  SendMessages(
      ClaimMessages claims,
      ComposeMails compose,
      Provider provider,
      ClaimTable table,
      Pool pool,
      SenderMetrics metrics,
      ChannelConfig config) {
    this.claims = claims;
    this.compose = compose;
    this.provider = provider;
    this.table = table;
    this.pool = pool;
    this.metrics = metrics;
    this.config = config.email();
  }

  /** Whether more may be due at once. */
  Uni<Boolean> round() {
    return claims
        .claim(claimant)
        .call(claimed -> claimed.claims().isEmpty() ? Uni.createFrom().voidItem() : send(claimed))
        .map(ClaimMessages.Claimed::full);
  }

  /** Ends the claims of senders that died. */
  Uni<Void> endAbandonedClaims() {
    var status = config.afterCrash() == AfterCrash.RESEND ? Status.QUEUED : Status.UNKNOWN;
    return table
        .endClaims(pool, config.claimTimeout(), status)
        .invoke(ended -> metrics.abandoned("email", ended))
        .replaceWithVoid();
  }

  private Uni<Void> send(ClaimMessages.Claimed claimed) {
    return compose.compose(claimed.claims()).chain(this::putBack).chain(this::handOver);
  }

  /** Records what cannot be sent now, and goes on with the rest. */
  private Uni<List<Ready>> putBack(List<Composed> composed) {
    var ready = new ArrayList<Ready>();
    var others = new ArrayList<Attempt>();
    for (var one : composed) {
      switch (one) {
        case Ready mail -> ready.add(mail);
        case NotReady(var claim, var result) -> others.add(new Attempt(claim, result));
      }
    }
    return record(others).replaceWith(ready);
  }

  private Uni<Void> handOver(List<Ready> ready) {
    return Multi.createFrom()
        .iterable(ready)
        .group()
        .intoLists()
        .of(config.connections())
        .onItem()
        .transformToUni(few -> handOverFew(few).chain(this::record).replaceWith(few))
        // The mails of one group are out and want their record, whatever becomes of another.
        .collectFailures()
        .merge(GROUPS)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<List<Attempt>> handOverFew(List<Ready> few) {
    var keys = few.stream().map(one -> one.claim().request().key()).toList();
    return table
        .handOver(pool, claimant, keys)
        .onItem()
        .transformToMulti(held ->
            Multi.createFrom()
                .iterable(few)
                .filter(one -> held.contains(one.claim().request().key())))
        .onItem()
        .transformToUni(this::attempt)
        .merge(config.connections())
        .collect()
        .asList();
  }

  private Uni<Attempt> attempt(Ready ready) {
    return provider.send(ready.mail()).map(result -> new Attempt(ready.claim(), byRule(result)));
  }

  /** What nobody knows is, where the channel sends at least once, no reason not to send again. */
  private Result byRule(Result result) {
    return result instanceof Result.Unclear(var reason) && config.afterCrash() == AfterCrash.RESEND
        ? new Result.Postponed(reason)
        : result;
  }

  /** Mails are out: their record is tried until it holds. */
  private Uni<Void> record(List<Attempt> attempts) {
    if (attempts.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return table
        .record(pool, claimant, attempts)
        .onFailure()
        .retry()
        .withBackOff(RECORD_AGAIN, RECORD_AGAIN_AT_MOST)
        .indefinitely()
        .invoke(() -> attempts.forEach(metrics::attempted));
  }
}
