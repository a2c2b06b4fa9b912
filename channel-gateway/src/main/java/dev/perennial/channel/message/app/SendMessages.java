package dev.perennial.channel.message.app;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.ChannelConfig.AfterCrash;
import dev.perennial.channel.message.domain.Attempt;
import dev.perennial.channel.message.domain.Result;
import dev.perennial.channel.message.domain.Status;
import dev.perennial.channel.message.store.ClaimTable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * One round of sending: claim, compose, hand over, record. The claim is committed before the
 * provider is called and the result afterwards; a crash in between leaves a claim that this or
 * another sender ends by the channel's rule.
 */
@ApplicationScoped
class SendMessages {

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
        .call(claimed ->
            claimed.claims().isEmpty()
                ? Uni.createFrom().voidItem()
                : send(claimed).chain(this::record))
        .map(ClaimMessages.Claimed::full);
  }

  /** Ends the claims of senders that died. */
  Uni<Void> endAbandonedClaims() {
    var status = config.afterCrash() == AfterCrash.RESEND ? Status.QUEUED : Status.UNKNOWN;
    return table
        .giveUp(pool, config.claimTimeout(), status)
        .invoke(ended -> metrics.abandoned("email", ended))
        .replaceWithVoid();
  }

  private Uni<List<Attempt>> send(ClaimMessages.Claimed claimed) {
    return compose
        .compose(claimed.claims())
        .onItem()
        .transformToMulti(composed -> Multi.createFrom().iterable(composed))
        .onItem()
        .transformToUni(this::attempt)
        .merge(config.connections())
        .collect()
        .asList();
  }

  private Uni<Attempt> attempt(Composed composed) {
    var result =
        switch (composed) {
          case Composed.NotReady(_, var known) -> Uni.createFrom().item(known);
          case Composed.Ready(_, var mail) -> provider.send(mail).map(this::byRule);
        };
    return result.map(known -> new Attempt(composed.claim(), known));
  }

  /** What nobody knows is, where the channel sends at least once, no reason not to send again. */
  private Result byRule(Result result) {
    return result instanceof Result.Unclear(var reason) && config.afterCrash() == AfterCrash.RESEND
        ? new Result.Postponed(reason)
        : result;
  }

  /** Mails are out: their record is tried until it holds. */
  private Uni<Void> record(List<Attempt> attempts) {
    return table
        .record(pool, claimant, attempts)
        .onFailure()
        .retry()
        .withBackOff(RECORD_AGAIN, RECORD_AGAIN_AT_MOST)
        .indefinitely()
        .invoke(() -> attempts.forEach(metrics::attempted));
  }
}
