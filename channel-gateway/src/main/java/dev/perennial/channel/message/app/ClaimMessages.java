package dev.perennial.channel.message.app;

import dev.perennial.channel.ChannelConfig;
import dev.perennial.channel.contact.app.Contacts;
import dev.perennial.channel.contact.domain.Contact;
import dev.perennial.channel.contact.domain.ContactKey;
import dev.perennial.channel.message.domain.Backoff;
import dev.perennial.channel.message.domain.Claim;
import dev.perennial.channel.message.domain.Decision;
import dev.perennial.channel.message.domain.Policy;
import dev.perennial.channel.message.store.ClaimTable;
import dev.perennial.channel.message.store.ClaimTable.Decided;
import dev.perennial.channel.message.store.ClaimTable.Due;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Claims messages that are due. Consent, erasure, address and expiry are looked at under the lock
 * of the contact's row, in the transaction of the claim: an unsubscribe that is committed before
 * the claim always wins.
 *
 * <p>The claim is committed before any call to a provider, and only who saw its commit succeed
 * makes the call: a sender that dies can leave a claim without a mail or a mail without a record,
 * but never a message that two send.
 */
@ApplicationScoped
class ClaimMessages {

  private final Pool pool;
  private final ClaimTable claims;
  private final Contacts contacts;
  private final SenderMetrics metrics;
  private final Policy policy;
  private final int batch;

  ClaimMessages(
      Pool pool,
      ClaimTable claims,
      Contacts contacts,
      SenderMetrics metrics,
      ChannelConfig config,
      @ConfigProperty(name = "perennial.consent.require-explicit", defaultValue = "false")
          boolean requireExplicit) {
    this.pool = pool;
    this.claims = claims;
    this.contacts = contacts;
    this.metrics = metrics;
    this.policy = new Policy(requireExplicit);
    this.batch = config.email().batch();
  }

  /**
   * What a look at the queue came to.
   *
   * @param full whether more may be due
   */
  record Claimed(List<Claim> claims, boolean full) {}

  Uni<Claimed> claim(UUID claimant) {
    return pool.withTransaction(
            tx -> claims.lockDue(tx, batch).chain(due -> decide(tx, claimant, due)))
        .invoke(decided -> decided.forEach(this::count))
        .map(decided ->
            new Claimed(
                decided.stream()
                    .filter(one -> one.decision() instanceof Decision.Send)
                    .map(Considered::claim)
                    .toList(),
                decided.size() == batch));
  }

  private Uni<List<Considered>> decide(SqlConnection tx, UUID claimant, List<Due> due) {
    if (due.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    var people = new TreeSet<ContactKey>();
    due.forEach(one -> people.add(one.request().to()));
    return contacts
        .lock(tx, people)
        .map(known -> consider(due, known))
        .call(considered ->
            claims.decide(tx, claimant, considered.stream().map(Considered::decided).toList()));
  }

  private List<Considered> consider(List<Due> due, Map<ContactKey, Contact> known) {
    var considered = new ArrayList<Considered>();
    for (var one : due) {
      var to = one.request().to();
      var contact = known.getOrDefault(to, Contact.unknown(to));
      var decision = policy.decide(one.request(), contact, one.now());
      considered.add(new Considered(new Claim(one.request(), contact, one.attempts()), decision));
    }
    return considered;
  }

  private void count(Considered considered) {
    if (considered.decision() instanceof Decision.Refuse(var reason)) {
      metrics.refused(considered.claim().request().wanted().channel(), reason);
    }
  }

  private record Considered(Claim claim, Decision decision) {

    Decided decided() {
      var rest = decision instanceof Decision.Wait ? Backoff.look(claim.attempts()) : Duration.ZERO;
      return new Decided(claim.request().key(), decision, rest);
    }
  }
}
