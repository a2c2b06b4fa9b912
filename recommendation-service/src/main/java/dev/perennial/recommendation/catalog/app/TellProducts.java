package dev.perennial.recommendation.catalog.app;

import static java.util.Objects.requireNonNull;

import dev.perennial.recommendation.catalog.domain.Change;
import dev.perennial.recommendation.catalog.domain.ProductKey;
import dev.perennial.recommendation.catalog.domain.Told;
import dev.perennial.recommendation.catalog.store.ToldProducts;
import dev.perennial.recommendation.catalog.store.ToldProducts.Known;
import dev.perennial.recommendation.catalog.store.ToldProducts.Numbered;
import dev.perennial.recommendation.shop.store.ChangeNumber;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Records what the shop tells, and finds what of it is a change. */
@ApplicationScoped
public class TellProducts {

  /** By so much may the clocks differ of those who take what shops tell. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  private final ToldProducts products;

  TellProducts(ToldProducts products) {
    this.products = products;
  }

  /**
   * Something told of a product, in the unit with this number.
   *
   * @param at when the shop told it
   */
  public record Telling(ProductKey key, Told told, Instant at, ChangeNumber number) {}

  /** A change, in the unit with this number. */
  public record Changed(Change change, ChangeNumber number) {}

  /**
   * Records, within a transaction. Of a product that is told of more than once the last counts.
   *
   * @return the changes, in order of product
   */
  public Uni<List<Changed>> tell(SqlConnection tx, List<Telling> tellings, Instant now) {
    SortedMap<ProductKey, Telling> last = new TreeMap<>();
    tellings.forEach(telling -> last.put(telling.key(), telling));
    return products
        .of(tx, last.keySet())
        .invoke(known -> last.values().removeIf(telling -> isOver(telling, known)))
        .map(known -> changes(last, known, now))
        .call(changed -> save(tx, changed, last));
  }

  /** Whether the shop has told of the product since: a record that was dead comes once more. */
  private static boolean isOver(Telling telling, Map<ProductKey, Known> known) {
    return Optional.ofNullable(known.get(telling.key()))
        .filter(last -> telling.at().isBefore(last.toldAt().minus(SKEW)))
        .isPresent();
  }

  private static List<Changed> changes(
      SortedMap<ProductKey, Telling> last, Map<ProductKey, Known> known, Instant now) {
    var changed = new ArrayList<Changed>();
    last.forEach((key, telling) -> {
      var before = Optional.ofNullable(known.get(key)).map(Known::product);
      telling
          .told()
          .after(key, before, now)
          .map(after -> new Changed(Change.between(before, after), telling.number()))
          .ifPresent(changed::add);
    });
    return changed;
  }

  private Uni<Void> save(
      SqlConnection tx, List<Changed> changed, SortedMap<ProductKey, Telling> tellings) {
    var toldAt = new TreeMap<ProductKey, Instant>();
    tellings.forEach((key, telling) -> toldAt.put(key, telling.at()));
    var numbered = new ArrayList<Numbered>();
    var changedAt = new ArrayList<Instant>();
    for (Changed one : changed) {
      var product = one.change().product();
      numbered.add(new Numbered(product, one.number()));
      changedAt.add(requireNonNull(toldAt.remove(product.key()), "toldAt"));
    }
    Uni<Void> saved =
        numbered.isEmpty() ? Uni.createFrom().voidItem() : products.save(tx, numbered, changedAt);
    return toldAt.isEmpty() ? saved : saved.chain(() -> products.toldAgain(tx, toldAt));
  }
}
