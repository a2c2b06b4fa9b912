package dev.perennial.recommendation.attribution.app;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.perennial.recommendation.attribution.domain.Attribution;
import dev.perennial.recommendation.attribution.domain.Cell;
import dev.perennial.recommendation.attribution.domain.Click;
import dev.perennial.recommendation.attribution.domain.Counts;
import dev.perennial.recommendation.attribution.domain.Outcome;
import dev.perennial.recommendation.attribution.domain.Sale;
import dev.perennial.recommendation.attribution.store.Clicks;
import dev.perennial.recommendation.attribution.store.DailyCounts;
import dev.perennial.recommendation.attribution.store.KnownOutcome;
import dev.perennial.recommendation.attribution.store.Sales;
import dev.perennial.recommendation.order.domain.ProfileKey;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Counts what was shown, clicked and bought, and what orders and refunds change of it. */
@ApplicationScoped
public class RecordOutcomes {

  private final ScreenSources screenSources;
  private final Clicks clicks;
  private final Sales sales;
  private final DailyCounts dailyCounts;

  RecordOutcomes(ScreenSources screenSources, Clicks clicks, Sales sales, DailyCounts dailyCounts) {
    this.screenSources = screenSources;
    this.clicks = clicks;
    this.sales = sales;
    this.dailyCounts = dailyCounts;
  }

  /** Records, within a transaction in which the orders are recorded already. */
  public Uni<Void> record(SqlConnection tx, Happened heard) {
    return screenSources
        .screen(tx, heard.done())
        .chain(done -> recordScreened(tx, heard.with(done)));
  }

  private Uni<Void> recordScreened(SqlConnection tx, Happened happened) {
    var counts = new HashMap<Cell, Counts>();
    happened.shown().forEach(cell -> counts.merge(cell, Counts.EXPOSURE, Counts::plus));
    var clicked = happened.clicks();
    return follow(tx, happened, clicked, counts)
        .chain(() -> forget(tx, happened, clicked, counts))
        .chain(() -> counts.isEmpty() ? Uni.createFrom().voidItem() : dailyCounts.add(tx, counts));
  }

  private Uni<Void> follow(
      SqlConnection tx,
      Happened happened,
      Map<ProfileKey, List<Click>> clicked,
      Map<Cell, Counts> counts) {
    var touched = happened.touched(clicked);
    if (touched.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return clicks
        .of(tx, touched)
        .map(RecordOutcomes::byProfile)
        .chain(known -> {
          var tellings = tellings(known, clicked);
          tellings.keySet().retainAll(touched.keySet());
          return sales.after(tx, tellings).map(sold -> changes(known, tellings, sold, counts));
        })
        .chain(changed ->
            changed.isEmpty()
                ? Uni.createFrom().voidItem()
                : clicks.save(tx, changed, happened.now()));
  }

  /** The outcomes that are new or others than before; the difference goes to the counts. */
  private static List<KnownOutcome> changes(
      Map<ProfileKey, List<Outcome>> known,
      Map<ProfileKey, List<Click>> tellings,
      Map<ProfileKey, List<Sale>> sold,
      Map<Cell, Counts> counts) {
    var changed = new ArrayList<KnownOutcome>();
    tellings.forEach((profile, clicks) -> {
      var before = known.getOrDefault(profile, List.of());
      var now = Attribution.of(clicks, sold.getOrDefault(profile, List.of()));
      add(counts, Attribution.difference(profile.workspace(), before, now));
      var same = new HashSet<>(before);
      now.stream()
          .filter(outcome -> !same.contains(outcome))
          .forEach(outcome -> changed.add(new KnownOutcome(profile, outcome)));
    });
    return changed;
  }

  /**
   * Lets profiles go. What was counted of an erased one stays, with what was still heard of it;
   * what was counted of a merged one is taken back, as it is told and counted again.
   */
  private Uni<Void> forget(
      SqlConnection tx,
      Happened happened,
      Map<ProfileKey, List<Click>> clicked,
      Map<Cell, Counts> counts) {
    var departed = happened.departed();
    if (departed.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return clicks
        .delete(tx, departed)
        .map(RecordOutcomes::byProfile)
        .invoke(known ->
            departed.forEach(profile -> {
              var before = known.getOrDefault(profile, List.of());
              add(
                  counts,
                  happened.merged().contains(profile)
                      ? takenBack(happened, profile, before)
                      : heardLast(profile, before, clicked.getOrDefault(profile, List.of())));
            }))
        .replaceWithVoid();
  }

  private static Map<Cell, Counts> takenBack(
      Happened happened, ProfileKey merged, List<Outcome> before) {
    var kept = before.stream().filter(one -> happened.isKept(one.click().at())).toList();
    return Attribution.difference(merged.workspace(), kept, List.of());
  }

  private static Map<Cell, Counts> heardLast(
      ProfileKey erased, List<Outcome> before, List<Click> clicks) {
    var known = before.stream().map(one -> one.click().key()).toList();
    var heard =
        Attribution.of(clicks, List.of()).stream()
            .filter(one -> !known.contains(one.click().key()))
            .toList();
    return Attribution.difference(erased.workspace(), List.of(), heard);
  }

  private static void add(Map<Cell, Counts> counts, Map<Cell, Counts> more) {
    more.forEach((cell, added) -> counts.merge(cell, added, Counts::plus));
  }

  private static Map<ProfileKey, List<Outcome>> byProfile(List<KnownOutcome> known) {
    return known.stream()
        .collect(groupingBy(KnownOutcome::profile, mapping(KnownOutcome::outcome, toList())));
  }

  private static Map<ProfileKey, List<Click>> tellings(
      Map<ProfileKey, List<Outcome>> known, Map<ProfileKey, List<Click>> clicked) {
    var tellings = new HashMap<ProfileKey, List<Click>>();
    known.forEach((profile, outcomes) ->
        tellings.put(profile, new ArrayList<>(outcomes.stream().map(Outcome::click).toList())));
    clicked.forEach((profile, heard) ->
        tellings.computeIfAbsent(profile, _ -> new ArrayList<>()).addAll(heard));
    return tellings;
  }
}
