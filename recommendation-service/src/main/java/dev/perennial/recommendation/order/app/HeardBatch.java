package dev.perennial.recommendation.order.app;

import static java.util.Comparator.comparing;
import static java.util.function.BinaryOperator.maxBy;
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
import dev.perennial.recommendation.order.store.ProductNames.Naming;
import dev.perennial.recommendation.order.store.Refunds;
import dev.perennial.recommendation.order.store.SettledOrder;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;

/** What was heard in one unit, by profile and by product. */
final class HeardBatch {

  private static final BinaryOperator<Naming> LATEST =
      maxBy(comparing(Naming::at).thenComparing(Naming::name));

  private final Map<ProfileKey, ChangeNumber> departed = new LinkedHashMap<>();
  private final Map<ProfileKey, ChangeNumber> buyers = new LinkedHashMap<>();
  private final Map<ProfileKey, List<Purchase>> purchases = new HashMap<>();
  private final List<Refunds.OfProfile> refunds = new ArrayList<>();
  private final Map<List<String>, Naming> namings = new HashMap<>();

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

  /** The last name of each product. */
  Collection<Naming> namings() {
    return namings.values();
  }

  List<Departure> departures() {
    return departed.entrySet().stream()
        .map(entry -> new Departure(entry.getKey(), entry.getValue()))
        .toList();
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
      case Bought(Purchase purchase, Map<String, String> names) -> {
        buyers.put(heard.profile(), heard.number());
        purchases.computeIfAbsent(heard.profile(), _ -> new ArrayList<>()).add(purchase);
        names.forEach((product, name) -> name(heard, purchase, product, name));
      }
      case GaveBack(Refund refund) -> {
        buyers.put(heard.profile(), heard.number());
        refunds.add(new Refunds.OfProfile(heard.profile(), refund));
      }
      case Departed() -> departed.put(heard.profile(), heard.number());
    }
  }

  private void name(Heard heard, Purchase purchase, String product, String name) {
    String workspace = heard.profile().workspace();
    namings.merge(
        List.of(workspace, product),
        new Naming(workspace, product, name, purchase.occurredAt(), heard.number()),
        LATEST);
  }

  private List<Purchase> purchasesOf(ProfileKey profile) {
    return purchases.getOrDefault(profile, List.of());
  }
}
