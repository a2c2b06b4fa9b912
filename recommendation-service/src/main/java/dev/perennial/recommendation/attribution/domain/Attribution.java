package dev.perennial.recommendation.attribution.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/**
 * Follows what one person does with what was recommended. A purchase is put down to the person's
 * last click on the product, if it was at most seven days before; each click has one at most. So
 * the purchases of a day's clicks are never more than the clicks.
 */
public final class Attribution {

  static final Duration WINDOW = Duration.ofDays(7);

  private final String workspace;
  private final Map<String, Click> known;
  private final Map<String, Click> changed = new HashMap<>();
  private final Map<Cell, Counts> counts;

  /**
   * Goes on from what is known of a person.
   *
   * @param known clicks by product
   * @param counts to which what happens is added
   */
  public Attribution(String workspace, Map<String, Click> known, Map<Cell, Counts> counts) {
    this.workspace = workspace;
    this.known = new HashMap<>(known);
    this.counts = counts;
  }

  /** The clicks that are new or another than before, by product. */
  public Map<String, Click> changed() {
    return Map.copyOf(changed);
  }

  /**
   * One thing that the person did.
   *
   * @param again told once more, of a profile that was merged: it was counted then
   */
  public void follow(Act act, boolean again) {
    switch (act) {
      case Act.Shown shown -> {
        if (!again) {
          count(shown.at(), shown.source(), shown.product(), Counts.EXPOSURE);
        }
      }
      case Act.Clicked clicked -> click(clicked, again);
      case Act.Bought bought ->
          bought.values().forEach((product, value) -> buy(bought.at(), product, value, again));
    }
  }

  private void click(Act.Clicked clicked, boolean again) {
    var last = known.get(clicked.product());
    if (last != null && last.item().equals(clicked.item())) {
      return;
    }
    if (!again) {
      count(clicked.at(), clicked.source(), clicked.product(), Counts.CLICK);
    }
    if (last == null || !clicked.at().isBefore(last.at())) {
      keep(clicked.product(), new Click(clicked.at(), clicked.source(), clicked.item(), false));
    }
  }

  private void buy(Instant at, String product, long value, boolean again) {
    var last = known.get(product);
    if (last != null
        && !last.bought()
        && !at.isBefore(last.at())
        && !at.isAfter(last.at().plus(WINDOW))) {
      keep(product, last.asBought());
      if (!again) {
        count(last.at(), last.source(), product, Counts.purchase(value));
      }
    }
  }

  private void keep(String product, Click click) {
    known.put(product, click);
    changed.put(product, click);
  }

  private void count(Instant at, Source source, String product, Counts one) {
    var day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    counts.merge(new Cell(workspace, day, source, product), one, Counts::plus);
  }
}
