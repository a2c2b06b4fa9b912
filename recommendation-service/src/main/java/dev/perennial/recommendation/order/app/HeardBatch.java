package dev.perennial.recommendation.order.app;

import static java.util.stream.Collectors.toSet;

import dev.perennial.recommendation.order.domain.Fact.Bought;
import dev.perennial.recommendation.order.domain.Fact.Departed;
import dev.perennial.recommendation.order.domain.Fact.GaveBack;
import dev.perennial.recommendation.order.domain.Kept;
import dev.perennial.recommendation.order.domain.ProfileKey;
import dev.perennial.recommendation.order.domain.Purchase;
import dev.perennial.recommendation.order.domain.Refund;
import dev.perennial.recommendation.order.domain.Settlement;
import dev.perennial.recommendation.order.store.DepartedProfiles.Departure;
import dev.perennial.recommendation.order.store.Refunds;
import dev.perennial.recommendation.order.store.SettledOrder;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was heard in one unit, by profile. */
final class HeardBatch {

  private final Map<ProfileKey, Departure> departed = new LinkedHashMap<>();
  private final Map<ProfileKey, ChangeNumber> buyers = new LinkedHashMap<>();
  private final Map<ProfileKey, List<Purchase>> purchases = new HashMap<>();
  private final List<Refunds.OfProfile> refunds = new ArrayList<>();

  HeardBatch(List<Heard> heard) {
    heard.forEach(this::add);
    // Nothing follows a departure, so whatever else was heard of the profile came before it.
    buyers.keySet().removeAll(departed.keySet());
    purchases.keySet().removeAll(departed.keySet());
    refunds.removeIf(refund -> departed.containsKey(refund.profile()));
  }

  /** Profiles whose orders change, and stay. */
  Set<ProfileKey> buyers() {
    return buyers.keySet();
  }

  Map<ProfileKey, List<Purchase>> purchases() {
    return purchases;
  }

  List<Refunds.OfProfile> refunds() {
    return refunds;
  }

  List<Departure> departures() {
    return List.copyOf(departed.values());
  }

  /**
   * Profiles whose earlier orders must be looked at again. For most there is no need: a new order
   * later than all refunds of its profile, and named by none, is untouched by them.
   */
  Set<ProfileKey> unsettled(
      Map<ProfileKey, List<Kept>> told, Map<ProfileKey, List<Refund>> refundsOf) {
    return buyers().stream()
        .filter(buyer -> {
          var refundsOfBuyer = refundsOf.getOrDefault(buyer, List.of());
          return !refundsOfBuyer.isEmpty()
              && (told.containsKey(buyer)
                  || refunds.stream().anyMatch(refund -> refund.profile().equals(buyer))
                  || purchasesOf(buyer).stream()
                      .anyMatch(
                          order -> refundsOfBuyer.stream().anyMatch(r -> r.mayTakeFrom(order))));
        })
        .collect(toSet());
  }

  /** The orders of which another part is left than was known. */
  List<SettledOrder> settle(
      Map<ProfileKey, List<Kept>> told,
      Map<ProfileKey, List<Kept>> refundable,
      Map<ProfileKey, List<Refund>> refundsOf) {
    var settled = new ArrayList<SettledOrder>();
    buyers.forEach((buyer, number) -> {
      var before = new HashSet<>(told.getOrDefault(buyer, List.of()));
      before.addAll(refundable.getOrDefault(buyer, List.of()));
      var orders = new ArrayList<>(before.stream().map(Kept::purchase).toList());
      orders.addAll(purchasesOf(buyer));
      Settlement.of(orders, refundsOf.getOrDefault(buyer, List.of())).stream()
          .filter(kept -> !before.contains(kept))
          .forEach(kept -> settled.add(new SettledOrder(buyer, kept, number)));
    });
    return settled;
  }

  private void add(Heard heard) {
    switch (heard.fact()) {
      case Bought(Purchase purchase) -> {
        buyers.put(heard.profile(), heard.number());
        purchases.computeIfAbsent(heard.profile(), _ -> new ArrayList<>()).add(purchase);
      }
      case GaveBack(Refund refund) -> {
        buyers.put(heard.profile(), heard.number());
        refunds.add(new Refunds.OfProfile(heard.profile(), refund));
      }
      case Departed(var into) ->
          departed.put(heard.profile(), new Departure(heard.profile(), into, heard.number()));
    }
  }

  private List<Purchase> purchasesOf(ProfileKey profile) {
    return purchases.getOrDefault(profile, List.of());
  }
}
