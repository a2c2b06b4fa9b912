package dev.perennial.recommendation.snapshot.domain;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.perennial.recommendation.browse.domain.BrowsingPart;
import dev.perennial.recommendation.catalog.domain.CatalogPart;
import dev.perennial.recommendation.order.domain.BasketsPart;
import dev.perennial.recommendation.order.domain.MergesPart;
import dev.perennial.recommendation.person.domain.BuyAgain;
import dev.perennial.recommendation.person.domain.NextBest;
import dev.perennial.recommendation.popular.domain.BestSellers;
import dev.perennial.recommendation.popular.domain.NewArrivals;
import dev.perennial.recommendation.popular.domain.Trending;
import dev.perennial.recommendation.session.domain.NextInSession;
import dev.perennial.recommendation.session.domain.RecentlyViewed;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.similar.domain.Contrasts;
import dev.perennial.recommendation.similar.domain.SameBrand;
import dev.perennial.recommendation.similar.domain.Similar;
import dev.perennial.recommendation.snapshot.domain.Changes.Change;
import dev.perennial.recommendation.together.domain.FrequentlyBoughtTogether;
import dev.perennial.recommendation.together.domain.TogetherPart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class SnapshotPropertyTest {

  private static final String DATABASE = "a database";

  private static final SnapshotFormat FORMAT =
      new SnapshotFormat(
          List.of(
              new BasketsPart(),
              new BrowsingPart(),
              new CatalogPart(),
              new MergesPart(),
              new TogetherPart(Changes.SETTINGS)));

  private static final Everything EVERYTHING =
      new Everything(
          List.of(
              new FrequentlyBoughtTogether(Changes.SETTINGS.guard(), 50),
              new BestSellers(),
              new NewArrivals(),
              new Trending(),
              new NextBest(),
              new BuyAgain(),
              new NextInSession(NextInSession.Settings.DEFAULT),
              new RecentlyViewed(),
              new Similar(),
              new Contrasts(Contrasts.Side.SUBSTITUTES),
              new Contrasts(Contrasts.Side.COMPLEMENTS),
              new SameBrand()),
          List.of(new UUID(0, 1), new UUID(0, 2), new UUID(0, 3)),
          day(11));

  @Property
  void aSnapshotAtAnyMomentAndTheRestEndInWhatAllOfItDoes(
      @ForAll("changes") List<Change> changes, @ForAll @IntRange(max = 25) int moment) {
    int until = Math.min(moment, changes.size());
    var cold = new Shop();
    changes.forEach(change -> change.to(cold));
    var before = new Shop();
    changes.subList(0, until).forEach(change -> change.to(before));
    var warm = readBack(before);
    changes.subList(until, changes.size()).forEach(change -> change.to(warm));
    Everything.makeOtherModels(cold);
    Everything.makeOtherModels(warm);
    assertEquals(EVERYTHING.of(cold), EVERYTHING.of(warm));
    assertEquals(cold.baskets().version(), warm.baskets().version());
  }

  @Property
  void ofADamagedSnapshotNothingIsUsed(
      @ForAll("changes") List<Change> changes,
      @ForAll @IntRange(min = 1, max = 255) int flipped,
      @ForAll @IntRange(max = 1_000_000) int place) {
    var shop = new Shop();
    changes.forEach(change -> change.to(shop));
    byte[] bytes = bytes(shop);
    byte[] damaged = bytes.clone();
    damaged[place % bytes.length] ^= (byte) flipped;
    assertThrows(RefusedSnapshot.class, () -> read(damaged));
    byte[] cut = Arrays.copyOf(bytes, place % bytes.length);
    assertThrows(RefusedSnapshot.class, () -> read(cut));
    byte[] longer = Arrays.copyOf(bytes, bytes.length + 1 + place % 10);
    assertThrows(RefusedSnapshot.class, () -> read(longer));
  }

  @Provide
  Arbitrary<List<Change>> changes() {
    return Changes.some();
  }

  private static Shop readBack(Shop shop) {
    var snapshot = read(bytes(shop));
    assertArrayEquals(new long[] {7, -1}, snapshot.cursors().get("purchase"));
    return requireNonNull(snapshot.shops().get("shop"));
  }

  private static byte[] bytes(Shop shop) {
    var bytes = new ByteArrayOutputStream();
    var snapshot =
        new Snapshot(DATABASE, Map.of("purchase", new long[] {7, -1}), Map.of("shop", shop));
    FORMAT.write(snapshot, Channels.newChannel(bytes));
    return bytes.toByteArray();
  }

  private static Snapshot read(byte[] bytes) {
    return FORMAT.read(DATABASE, Channels.newChannel(new ByteArrayInputStream(bytes)));
  }
}
