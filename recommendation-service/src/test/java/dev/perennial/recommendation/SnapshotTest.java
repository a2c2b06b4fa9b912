package dev.perennial.recommendation;

import static java.nio.file.attribute.PosixFilePermissions.fromString;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.serving.domain.Strategy;
import dev.perennial.recommendation.shop.app.Feeds;
import dev.perennial.recommendation.shop.app.FoldChanges;
import dev.perennial.recommendation.shop.app.FollowChanges;
import dev.perennial.recommendation.shop.app.Shops;
import dev.perennial.recommendation.shop.domain.Part;
import dev.perennial.recommendation.shop.domain.Shop;
import dev.perennial.recommendation.snapshot.app.SnapshotConfig;
import dev.perennial.recommendation.snapshot.app.Snapshots;
import dev.perennial.recommendation.snapshot.domain.Everything;
import dev.perennial.recommendation.snapshot.domain.RefusedSnapshot;
import dev.perennial.recommendation.snapshot.store.DatabaseHistory;
import dev.perennial.recommendation.together.domain.ModelSettings;
import dev.perennial.recommendation.together.domain.TogetherModel;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Replicas that start from the disk, beside one that reads all from the database. */
@QuarkusTest
class SnapshotTest extends ServiceTest {

  /** A replica as it is between two folds. */
  private record Replica(Shops shops, FoldChanges fold, Snapshots snapshots) {

    boolean isWarm() {
      return snapshots.isWarm().orElseThrow();
    }
  }

  private record Kept(Optional<Path> directory, Duration every) implements SnapshotConfig {}

  /** Of those who tell of all, once. */
  private static final int ORDERS = 17;

  private final Instant now = Instant.now();
  private final UUID ann = UUID.randomUUID();
  private final UUID bob = UUID.randomUUID();

  @TempDir Path directory;

  @Inject Pool pool;
  @Inject DatabaseHistory history;
  @Inject ModelSettings settings;
  @Inject Shops running;
  @Inject FollowChanges following;
  @Inject @Any Instance<Feeds> features;
  @Inject @Any Instance<Part> parts;
  @Inject @Any Instance<Strategy> strategies;

  @Test
  void aReplicaThatStartsFromASnapshotAnswersLikeOneThatReadAll() {
    tellOfAll(0);
    awaitOrders(ORDERS);
    var before = replica(directory);
    Everything.makeTogetherModel(before.shops.read(shop.workspace, one -> one), settings);
    before.snapshots.write(before.fold);
    tellOfAll(5);
    shop.isErased(bob);
    awaitOrders(2 * ORDERS - 2);
    await()
        .untilAsserted(() -> {
          var warm = replica(directory);
          var cold = replica(directory.resolve("none"));
          assertTrue(warm.isWarm());
          assertFalse(cold.isWarm());
          assertEquals(answers(cold), answers(warm));
        });
  }

  @Test
  void aReplicaThatStartsFromASnapshotHasItsModels() {
    tellOfAll(0);
    awaitOrders(ORDERS);
    var before = replica(directory);
    Everything.makeTogetherModel(before.shops.read(shop.workspace, one -> one), settings);
    before.snapshots.write(before.fold);
    var warm = replica(directory);
    assertEquals(
        plainAnswers(before).get(STRATEGY + " of tea"),
        plainAnswers(warm).get(STRATEGY + " of tea"));
    assertTrue(warm.shops.read(shop.workspace, one -> one.model(TogetherModel.class)).isPresent());
  }

  @Test
  void whoWasErasedSinceTheSnapshotDoesNotComeBack() {
    shop.changes(ann, "{\"country\": \"FR\"}");
    shop.buys(ann, "1", 1, "tea");
    shop.does(ann, "Product Viewed", 1, "tea");
    shop.buys(bob, "2", 1, "cup");
    awaitOrders(2);
    var before = replica(directory);
    before.snapshots.write(before.fold);
    assertEquals(1, ordersOf(ann, before));

    shop.isErased(ann);
    awaitOrders(1);
    var warm = replica(directory);

    assertTrue(warm.isWarm());
    assertEquals(0, ordersOf(ann, warm));
    assertEquals(0, warm.shops.read(shop.workspace, one -> one.browsing().sessionsOf(ann)).size());
    assertEquals(1, ordersOf(bob, warm));
  }

  @Test
  void aDamagedSnapshotMeansThatAllIsRead() throws IOException {
    shop.buys(ann, "1", 1, "tea");
    awaitOrders(1);
    var before = replica(directory);
    before.snapshots.write(before.fold);
    byte[] bytes = Files.readAllBytes(file());
    bytes[bytes.length / 2] ^= 1;
    Files.write(file(), bytes);

    var cold = replica(directory);

    assertFalse(cold.isWarm());
    assertEquals(1, ordersOf(ann, cold));
  }

  @Test
  void aSnapshotOfAnotherDatabaseIsNotUsed() {
    shop.buys(ann, "1", 1, "tea");
    awaitOrders(1);
    var before = replica(directory);
    before.snapshots.write(before.fold);
    var known = running.read(shop.workspace, one -> one);
    pool.query("update database set id = gen_random_uuid()").executeAndAwait();
    var cold = replica(directory);
    assertFalse(cold.isWarm());
    assertEquals(1, ordersOf(ann, cold));
    awaitAllReadAnew(known);
  }

  @Test
  void aReplicaWhoseDatabaseLostItsLastCommitsReadsAllAnew() {
    shop.buys(ann, "1", 1, "tea");
    shop.buys(bob, "2", 1, "cup");
    awaitOrders(2);
    var before = running.read(shop.workspace, one -> one);
    // As a standby that never got the second.
    pool.query("delete from purchase where profile_id = '" + bob + "'").executeAndAwait();
    pool.query("update database set id = gen_random_uuid()").executeAndAwait();
    awaitAllReadAnew(before);
    int left = running.read(shop.workspace, one -> one.baskets().orders());
    assertEquals(1, left);
  }

  @Test
  void aSnapshotThatIsAheadOfTheDatabaseIsNotUsed() {
    shop.buys(ann, "1", 1, "tea");
    awaitOrders(1);
    var snapshot = replica(directory).fold.snapshot("a database");
    var shops = new Shops();
    var fold = new FoldChanges(features.stream(), shops);
    assertThrows(RefusedSnapshot.class, () -> fold.resumeFrom(snapshot, Map.of()));
    assertEquals(0, shops.workspaces().size());
  }

  @Test
  void aSnapshotIsItsOwnersOnly() throws IOException {
    shop.buys(ann, "1", 1, "tea");
    awaitOrders(1);
    var replica = replica(directory.resolve("new/one"));
    replica.snapshots.write(replica.fold);
    var snapshot = directory.resolve("new/one/snapshot");
    assertEquals(fromString("rw-------"), Files.getPosixFilePermissions(snapshot));
    assertEquals(fromString("rwx------"), Files.getPosixFilePermissions(snapshot.getParent()));
  }

  @Test
  void aSnapshotIsWrittenWhenAnythingChanged() throws IOException {
    shop.buys(ann, "1", 1, "tea");
    awaitOrders(1);
    var replica = replica(directory);
    replica.snapshots.writeIfDue(replica.fold);
    Files.delete(file());
    replica.snapshots.writeIfDue(replica.fold);
    assertFalse(Files.exists(file()));
    shop.buys(ann, "2", 2, "tea");
    awaitOrders(2);
    replica.fold.catchUp();
    replica.snapshots.writeIfDue(replica.fold);
    assertTrue(Files.exists(file()));
  }

  /** Some of everything that is followed, in the order of a shop's day. */
  private void tellOfAll(int from) {
    try (var catalog = new ShopCatalog(kafka, shop.workspace)) {
      for (int i = from; i < from + 5; i++) {
        String product = "p" + i;
        catalog.puts(
            ShopCatalog.product(product).setName("Cup number " + i).setBrand("Acme").setStock(i));
        shop.does(ann, "Product Viewed", 9 * i, product);
        shop.does(bob, "Product Viewed", 7 * i, "p" + (i + 1) / 2);
        shop.searches(bob, i, "cups");
        for (int k = 0; k < 3; k++) {
          var customer = UUID.nameUUIDFromBytes(new byte[] {(byte) k});
          shop.buys(customer, i + "-" + k, today() - 10 + i, product, "p" + (i + k) / 2, "tea");
        }
      }
      shop.changes(ann, "{\"country\": \"FR\"}");
      shop.buys(ann, "a" + from, today() - 20 + from, "tea", "p" + from);
      shop.buys(bob, "b" + from, today() - 20 + from, "tea", "seen " + from);
    }
  }

  /** By the service itself. */
  private void awaitAllReadAnew(Shop before) {
    await()
        .until(() ->
            following.hasCaughtUp()
                && running.workspaces().contains(shop.workspace)
                && running.read(shop.workspace, one -> one) != before);
  }

  private Map<String, Object> answers(Replica replica) {
    replica.shops.read(
        shop.workspace,
        one -> {
          Everything.makeTogetherModel(one, settings);
          Everything.makeOtherModels(one);
          return one;
        });
    return plainAnswers(replica);
  }

  private Map<String, Object> plainAnswers(Replica replica) {
    var everything = new Everything(strategies.stream().toList(), List.of(ann, bob), now);
    return replica.shops.read(shop.workspace, everything::of);
  }

  private int ordersOf(UUID profile, Replica replica) {
    return replica.shops.read(shop.workspace, one -> one.baskets().history(profile)).size();
  }

  /** One that has caught up, from what is in the directory if that is of use. */
  private Replica replica(Path from) {
    var shops = new Shops();
    var fold = new FoldChanges(features.stream(), shops);
    var config = new Kept(Optional.of(from), Duration.ZERO);
    var snapshots = new Snapshots(parts, history, config, Clock.systemUTC());
    snapshots.resume(fold);
    fold.catchUp();
    return new Replica(shops, fold, snapshots);
  }

  private Path file() {
    return directory.resolve("snapshot");
  }
}
