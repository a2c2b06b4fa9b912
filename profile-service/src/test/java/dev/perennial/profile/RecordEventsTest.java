package dev.perennial.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.Topics;
import dev.perennial.contracts.profile.v1.ConsentStatus;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfileActivity.ActivityCase;
import dev.perennial.localstack.StackResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = StackResource.class,
    scope = TestResourceScope.GLOBAL,
    initArgs = @ResourceArg(name = "database", value = "profile"))
class RecordEventsTest extends ServiceFixture {

  @Test
  void aVisitorBecomesAKnownCustomerInOneStreamWithoutHoles() {
    shop.send(shop.track("Product Viewed", "{\"product_id\":\"84029\"}").setAnonymousId("a"));
    log.once(shop.workspace, named("Product Viewed"));
    shop.send(
        shop.identify("ann", "{\"email\":\"Ann@Example.com\",\"country\":\"FR\"}")
            .setAnonymousId("a"));
    shop.send(
        shop.track(
                "Order Completed",
                """
                {"order_id":"1","products":[{"product_id":"84029","price":2.55,"quantity":6}]}
                """)
            .setUserId("ann"));
    var activity = log.once(shop.workspace, named("Order Completed"));
    assertEquals(
        List.of(
            ActivityCase.IDENTIFIERS_CHANGED,
            ActivityCase.EVENT_RECORDED,
            ActivityCase.IDENTIFIERS_CHANGED,
            ActivityCase.TRAITS_CHANGED,
            ActivityCase.EVENT_RECORDED),
        activity.stream().map(ProfileActivity::getActivityCase).toList());
    assertDense(activity);
    assertEquals(15_300_000, activity.getLast().getEventRecorded().getCommerce().getValueMicros());

    var ann = byIdentifier("email", "ANN@example.com");
    assertEquals(activity.getLast().getProfileId(), ann.getProfileId());
    assertEquals("{\"country\":\"FR\",\"email\":\"Ann@Example.com\"}", ann.getTraits());
    assertEquals(
        List.of("anonymous_id", "email", "user_id"),
        ann.getIdentifiersList().stream().map(Identifier::getType).toList());
    assertEquals(1, ann.getOrders());
    assertEquals(15_300_000, ann.getNetValueMicros());
    assertEquals(5, ann.getRevision());
  }

  @Test
  void aRetriedMessageCountsOnceWhateverItsTime() {
    var order = shop.track("Order Completed", "{\"revenue\":10}").setUserId("ann");
    shop.send(order);
    shop.send(order);
    log.once(shop.workspace, named("Order Completed"));
    shop.send(order.clone().setOccurredAt(Shop.timestamp(Shop.NOON.plusSeconds(60))));
    shop.send(Topics.EVENTS_IMPORTED, order.clone());
    shop.send(Topics.EVENTS_IMPORTED, shop.track("Imported", "{}").setUserId("ann"));
    log.once(shop.workspace, named("Imported"));
    shop.send(shop.track("Last", "{}").setUserId("ann"));
    var activity = log.once(shop.workspace, named("Last"));
    assertEquals(1, activity.stream().filter(named("Order Completed")).count());
    assertEquals(10_000_000, byIdentifier("user_id", "ann").getNetValueMicros());
  }

  @Test
  void aRecordThatIsNoEventDoesNotHarmItsNeighbours() {
    shop.send(shop.track("Before", "{}").setUserId("ann"));
    shop.sendNonsense("ann");
    shop.send(shop.track("Nobody", "{}").setUserId("null"));
    shop.send(shop.track("After", "{}").setUserId("ann"));
    var activity = log.once(shop.workspace, named("After"));
    assertEquals(
        List.of("Before", "After"),
        activity.stream()
            .filter(ProfileActivity::hasEventRecorded)
            .map(each -> each.getEventRecorded().getName())
            .toList());
    assertDense(activity);
  }

  @Test
  void consentIsKeptAndTold() {
    shop.send(shop.track("Subscribed", "{\"topic\":\"offers\"}").setUserId("ann"));
    shop.send(
        shop.track("Unsubscribed", "{\"topic\":\"offers\",\"source\":\"one_click\"}")
            .setOccurredAt(Shop.timestamp(Shop.NOON.plusSeconds(1)))
            .setUserId("ann"));
    var activity =
        log.once(
            shop.workspace,
            each -> each.getConsentChanged().getStatus() == ConsentStatus.UNSUBSCRIBED);
    assertEquals(2, activity.stream().filter(ProfileActivity::hasConsentChanged).count());
    var consent = byIdentifier("user_id", "ann").getConsents(0);
    assertEquals("email", consent.getChannel());
    assertEquals("offers", consent.getTopic());
    assertEquals(ConsentStatus.UNSUBSCRIBED, consent.getStatus());
    assertEquals("one_click", consent.getSource());
  }
}
