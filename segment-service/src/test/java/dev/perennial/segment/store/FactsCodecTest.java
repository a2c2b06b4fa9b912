package dev.perennial.segment.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.segment.domain.Fact;
import dev.perennial.segment.domain.Feature;
import dev.perennial.segment.domain.Known;
import dev.perennial.segment.domain.Measure;
import dev.perennial.segment.domain.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FactsCodecTest {

  private static final Feature.Events EVER =
      new Feature.Events("Order Completed", Measure.COUNT, Optional.empty());
  private static final Feature.Events RECENT =
      new Feature.Events("Order Completed", Measure.ORDER_VALUE, Optional.of(Duration.ofDays(364)));

  @Test
  void whatIsKnownComesBackAsItWas() {
    var items =
        new Value.Items(
            List.of(
                new Value.Text("é".repeat(70_000)),
                new Value.Num(new BigDecimal("-12.5")),
                new Value.Flag(true),
                new Value.Flag(false),
                new Value.Opaque()));
    var known =
        new Known(
            7,
            Map.of(
                new Feature.Trait("tags"),
                new Fact.TraitValue(Optional.of(items)),
                EVER,
                new Fact.Total(3),
                RECENT,
                new Fact.Occurrences(new long[] {1, 2}, new long[] {2_550_000, -1})),
            Map.of(EVER, 9L));

    assertEquals(known, FactsCodec.decode(7, FactsCodec.encode(known)));
  }

  @Test
  void anEmptyFactThatIsAheadIsRemembered() {
    var known = new Known(7, Map.of(), Map.of(RECENT, 9L));

    assertEquals(known.ahead(), FactsCodec.decode(7, FactsCodec.encode(known)).ahead());
  }
}
