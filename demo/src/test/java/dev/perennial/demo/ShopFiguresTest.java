package dev.perennial.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The figures of the file were published with the data contract; they are the same at any time of
 * the next day.
 */
class ShopFiguresTest {

  @ParameterizedTest
  @ValueSource(strings = {"00:00:00", "12:00:00", "23:59:59"})
  void theShippedFileHasThePublishedFigures(LocalTime time) throws IOException {
    var nextDay = OnlineRetail.LAST_DAY.plusDays(1).atTime(time).toInstant(ZoneOffset.UTC);
    var figures = ShopFigures.of(OnlineRetail.invoicesEndingOn(OnlineRetail.LAST_DAY), nextDay);
    assertEquals(
        new ShopFigures(
            541_909,
            25_900,
            3_836,
            3,
            4_372,
            3_710,
            new BigDecimal("9747747.934"),
            19_959,
            18_532,
            4_338,
            Map.of(
                "new",
                187L,
                "repeat",
                2_845L,
                "big-spenders",
                263L,
                "at-risk",
                362L,
                "lapsed",
                858L)),
        figures);
  }
}
