package dev.perennial.recommendation.order.app;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.domain.Refund;
import dev.perennial.recommendation.order.store.DepartedProfiles;
import dev.perennial.recommendation.order.store.DepartedProfiles.Departure;
import dev.perennial.recommendation.order.store.Purchases;
import dev.perennial.recommendation.order.store.Refunds;
import dev.perennial.recommendation.order.store.SettledOrder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Records what profiles bought and gave back, and works out anew what is left of the orders. */
@ApplicationScoped
public class RecordFacts {

  private final Purchases purchases;
  private final Refunds refunds;
  private final DepartedProfiles departed;

  RecordFacts(Purchases purchases, Refunds refunds, DepartedProfiles departed) {
    this.purchases = purchases;
    this.refunds = refunds;
    this.departed = departed;
  }

  /**
   * Records, within a transaction.
   *
   * @param heard of each profile in its order
   * @return the products of orders that changed, by whose they are
   */
  public Uni<Map<ProfileKey, Set<String>>> record(SqlConnection tx, List<Heard> heard) {
    var batch = new HeardBatch(heard);
    return settle(tx, batch).map(RecordFacts::products).call(() -> forget(tx, batch));
  }

  private static Map<ProfileKey, Set<String>> products(List<SettledOrder> settled) {
    return settled.stream()
        .collect(
            groupingBy(
                SettledOrder::profile,
                flatMapping(
                    order -> order.kept().purchase().lines().pieces().keySet().stream(), toSet())));
  }

  private Uni<List<SettledOrder>> settle(SqlConnection tx, HeardBatch batch) {
    var buyers = batch.buyers();
    if (buyers.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    Uni<Void> added =
        batch.refunds().isEmpty() ? Uni.createFrom().voidItem() : refunds.add(tx, batch.refunds());
    return added
        .chain(() -> refunds.of(tx, buyers))
        .chain(refundsOf -> settle(tx, batch, refundsOf))
        .call(settled -> purchases.save(tx, settled));
  }

  private Uni<List<SettledOrder>> settle(
      SqlConnection tx, HeardBatch batch, Map<ProfileKey, List<Refund>> refundsOf) {
    return purchases
        .told(tx, batch.purchases())
        .chain(told ->
            purchases
                .refundable(tx, batch.unsettled(told, refundsOf))
                .map(refundable -> batch.settle(told, refundable, refundsOf)));
  }

  private Uni<Void> forget(SqlConnection tx, HeardBatch batch) {
    var departures = batch.departures();
    if (departures.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var profiles = departures.stream().map(Departure::profile).toList();
    return purchases
        .delete(tx, profiles)
        .chain(() -> refunds.delete(tx, profiles))
        .chain(() -> departed.add(tx, departures));
  }
}
