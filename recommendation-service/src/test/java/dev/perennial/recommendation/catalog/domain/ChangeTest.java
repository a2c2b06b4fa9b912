package dev.perennial.recommendation.catalog.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.catalog.domain.Change.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final ProductKey CUP = new ProductKey("shop", "cup");
  private static final OptionalLong UNKNOWN = OptionalLong.empty();

  private static Told told(OptionalLong price, OptionalLong stock) {
    return new Told.As(Entries.at(price, stock), false, "{}");
  }

  private static Told stock(long stock) {
    return told(UNKNOWN, OptionalLong.of(stock));
  }

  private static Told price(long price) {
    return told(OptionalLong.of(price), UNKNOWN);
  }

  /** What each changed, nothing for one that changed nothing. */
  private static List<Set<Kind>> kinds(Told... told) {
    return changes(List.of(told)).stream().map(Change::kinds).toList();
  }

  private static List<Change> changes(List<Told> told) {
    var changes = new ArrayList<Change>();
    Optional<CatalogProduct> known = Optional.empty();
    for (Told one : told) {
      var after = one.after(CUP, known, Instant.EPOCH);
      if (after.isPresent()) {
        changes.add(Change.between(known, after.get()));
        known = after;
      }
    }
    return changes;
  }

  @Test
  void whatIsToldAgainIsNoChange() {
    assertEquals(List.of(Set.of(Kind.ADDED)), kinds(price(5), price(5), price(5)));
  }

  @Test
  void aPriceDropsOrRises() {
    assertEquals(
        List.of(Set.of(Kind.ADDED), Set.of(Kind.PRICE_DROPPED), Set.of(Kind.PRICE_RAISED)),
        kinds(price(5), price(4), price(6)));
    assertEquals(
        OptionalLong.of(5), changes(List.of(price(5), price(4))).getLast().previousPriceMicros());
  }

  @Test
  void aPriceThatWasNotKnownIsNoDrop() {
    assertEquals(
        List.of(Set.of(Kind.ADDED), Set.of(), Set.of()),
        kinds(price(5), told(UNKNOWN, UNKNOWN), price(4)));
  }

  @Test
  void stockRunsOutAndComesBack() {
    assertEquals(
        List.of(
            Set.of(Kind.ADDED), Set.of(), Set.of(Kind.OUT_OF_STOCK), Set.of(Kind.BACK_IN_STOCK)),
        kinds(stock(2), stock(1), stock(0), stock(1)));
  }

  @Test
  void stockThatIsNoLongerTrackedIsBack() {
    assertEquals(
        List.of(Set.of(Kind.ADDED), Set.of(Kind.BACK_IN_STOCK), Set.of(Kind.OUT_OF_STOCK)),
        kinds(stock(0), told(UNKNOWN, UNKNOWN), stock(0)));
  }

  @Test
  void whatWasTakenOutAndComesAgainIsAddedAndBackInStockIfItHasAny() {
    assertEquals(
        List.of(Set.of(Kind.ADDED), Set.of(Kind.REMOVED), Set.of(Kind.ADDED, Kind.BACK_IN_STOCK)),
        kinds(price(5), new Told.Gone(), new Told.Gone(), price(4)));
    assertEquals(
        List.of(Set.of(Kind.ADDED), Set.of(Kind.REMOVED), Set.of(Kind.ADDED)),
        kinds(stock(5), new Told.Gone(), stock(0)));
  }

  @Provide
  Arbitrary<List<Told>> tellings() {
    Arbitrary<OptionalLong> amounts =
        Arbitraries.longs()
            .between(-1, 3)
            .map(n -> n < 0 ? OptionalLong.empty() : OptionalLong.of(n));
    Arbitrary<Told> as = amounts.flatMap(price -> amounts.map(stock -> told(price, stock)));
    return Arbitraries.frequencyOf(
            Tuple.of(5, as), Tuple.of(1, Arbitraries.just((Told) new Told.Gone())))
        .list()
        .ofMaxSize(20);
  }

  @Property
  void versionsHaveNoGapsAndNothingIsNewsTwice(@ForAll("tellings") List<Told> told) {
    var changes = changes(told);
    for (int i = 0; i < changes.size(); i++) {
      assertEquals(i + 1, changes.get(i).product().version());
    }
    var outOrIn =
        changes.stream()
            .flatMap(change ->
                change.kinds().contains(Kind.ADDED)
                    ? Stream.of(Kind.ADDED)
                    : change.kinds().stream())
            .filter(kind ->
                kind == Kind.BACK_IN_STOCK || kind == Kind.OUT_OF_STOCK || kind == Kind.ADDED)
            .toList();
    for (int i = 1; i < outOrIn.size(); i++) {
      boolean repeats = outOrIn.get(i) == outOrIn.get(i - 1) && outOrIn.get(i) != Kind.ADDED;
      assertTrue(!repeats, outOrIn::toString);
    }
  }
}
