package dev.perennial.recommendation.shop.app;

import static dev.perennial.recommendation.order.domain.Orders.day;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.perennial.recommendation.shop.domain.Shop;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ModelLoopTest {

  private final Shops shops = new Shops();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<Integer> made = new ArrayList<>();
  private Instant now = day(1);
  private long orders;
  private int failing = Integer.MAX_VALUE;
  private Duration takes = Duration.ZERO;

  private final ModelLoop<Integer> loop =
      new ModelLoop<>(
          new OrderCounts(), shops, new ModelMetrics(meters, clock(), "counts"), clock());

  /** A model that is the number of orders, and fails for one number. */
  private final class OrderCounts implements ModelKind<Integer> {

    @Override
    public String name() {
      return "counts";
    }

    @Override
    public Duration every() {
      return Duration.ofMinutes(1);
    }

    @Override
    public long version(Shop shop) {
      return shop.baskets().version();
    }

    @Override
    public Integer copy(Shop shop) {
      return shop.baskets().orders();
    }

    @Override
    public Consumer<Shop> make(Integer copy) {
      if (copy == failing) {
        throw new StackOverflowError("cannot count to " + failing);
      }
      now = now.plus(takes);
      made.add(copy);
      return shop -> shop.replaceModel(Integer.class, copy);
    }
  }

  @Test
  void aModelIsMadeOfEachWorkspaceThatHasAnything() {
    buy("a");
    shops.write("b", _ -> {});
    later();
    assertEquals(1, model("a"));
    assertEquals(0, model("b"));
    assertEquals(List.of(1), made);
  }

  @Test
  void onlyWhatChangedIsMadeAgain() {
    buy("a");
    buy("b");
    later();
    buy("b");
    later();
    later();
    assertEquals(2, model("b"));
    assertEquals(List.of(1, 1, 2), made);
  }

  @Test
  void whatFailsIsCountedAndTriedAgainWhileTheOneBeforeAnswers() {
    buy("a");
    later();
    buy("a");
    buy("b");
    failing = 2;
    later();
    later();
    assertEquals(1, model("a"));
    assertEquals(1, model("b"));
    assertEquals(
        2,
        meters
            .get("perennial.recommendation.model.failures")
            .tag("model", "counts")
            .counter()
            .count());
    failing = Integer.MAX_VALUE;
    later();
    assertEquals(2, model("a"));
  }

  @Test
  void theAgeIsThatOfTheOldestThatLacksAnything() {
    var age = meters.get("perennial.recommendation.model.age").tag("model", "counts").gauge();
    assertTrue(Double.isNaN(age.value()));
    buy("a");
    buy("b");
    later();
    buy("b");
    later();
    now = now.plusSeconds(5);
    assertEquals(5, age.value(), "nothing is new in a");
    buy("a");
    failing = 2;
    later();
    assertEquals(65, age.value(), "a is not made again");
    failing = Integer.MAX_VALUE;
    later();
    assertEquals(0, age.value());
  }

  @Test
  void itRestsAtLeastAsLongAsIsAskedFor() {
    assertEquals(Duration.ofMinutes(1), loop.pass());
    buy("a");
    loop.pass();
    later();
    buy("a");
    now = now.plusSeconds(59);
    assertEquals(Duration.ofSeconds(1), loop.pass());
  }

  @Test
  void aSmallWorkspaceDoesNotWaitForTheRestOfALargeOne() {
    buy("large");
    takes = Duration.ofMinutes(2);
    later();
    takes = Duration.ZERO;
    buy("large");
    buy("small");
    later();
    later();
    assertEquals(1, model("small"));
    assertEquals(1, model("large"));
    now = now.plus(Duration.ofMinutes(10));
    later();
    assertEquals(2, model("large"));
  }

  @Test
  void whoWaitedLongestComesFirst() {
    loop.pass();
    buy("first");
    loop.pass();
    now = now.plusSeconds(1);
    buy("second");
    buy("second");
    loop.pass();
    later();
    assertEquals(List.of(1, 2), made);
  }

  @Test
  void aShopThatIsReadAnewGetsAModelOfItsOwn() {
    buy("a");
    later();
    shops.clear();
    buy("a");
    later();
    later();
    assertEquals(1, model("a"));
  }

  private void later() {
    now = now.plusSeconds(60);
    loop.pass();
  }

  private void buy(String workspace) {
    long id = orders++;
    shops.write(workspace, shop -> shop.baskets().put(new UUID(0, id), id, day(1), List.of("cup")));
  }

  private int model(String workspace) {
    return shops.read(workspace, shop -> shop.model(Integer.class).orElse(0));
  }

  private Clock clock() {
    InstantSource source = () -> now;
    return source.withZone(ZoneOffset.UTC);
  }
}
