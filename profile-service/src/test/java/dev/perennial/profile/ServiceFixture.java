package dev.perennial.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.perennial.contracts.events.v1.AcceptedEvent;
import dev.perennial.contracts.profile.v1.CommerceSummary;
import dev.perennial.contracts.profile.v1.GetCommerceSummaryRequest;
import dev.perennial.contracts.profile.v1.GetProfileRequest;
import dev.perennial.contracts.profile.v1.Identifier;
import dev.perennial.contracts.profile.v1.Profile;
import dev.perennial.contracts.profile.v1.ProfileActivity;
import dev.perennial.contracts.profile.v1.ProfilesGrpc;
import dev.perennial.contracts.profile.v1.ProfilesGrpc.ProfilesBlockingStub;
import dev.perennial.localstack.TestStack;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.restassured.RestAssured;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A shop of its own for each test, the activity that follows, and a client of the service. */
abstract class ServiceFixture {

  final TestStack stack = TestStack.shared();
  Shop shop;
  ActivityLog log;
  ManagedChannel channel;
  ProfilesBlockingStub profiles;

  @BeforeEach
  void open() {
    shop = new Shop(stack.kafka().address());
    log = new ActivityLog(stack.kafka().address());
    channel =
        ManagedChannelBuilder.forAddress("localhost", RestAssured.port).usePlaintext().build();
    profiles = ProfilesGrpc.newBlockingStub(channel);
  }

  @AfterEach
  void close() throws InterruptedException {
    channel.shutdownNow();
    log.stop();
    shop.close();
  }

  AcceptedEvent.Builder order(String user, int quantity, String price) {
    var products =
        "{\"products\":[{\"product_id\":\"p\",\"price\":%s,\"quantity\":%d}]}"
            .formatted(price, quantity);
    return shop.track("Order Completed", products).setUserId(user);
  }

  Profile byIdentifier(String type, String value) {
    return profiles.getProfile(
        GetProfileRequest.newBuilder()
            .setWorkspace(shop.workspace)
            .setIdentifier(Identifier.newBuilder().setType(type).setValue(value))
            .build());
  }

  Profile byId(String id) {
    return profiles.getProfile(
        GetProfileRequest.newBuilder().setWorkspace(shop.workspace).setProfileId(id).build());
  }

  CommerceSummary summary() {
    return profiles.getCommerceSummary(
        GetCommerceSummaryRequest.newBuilder().setWorkspace(shop.workspace).build());
  }

  static Predicate<ProfileActivity> named(String event) {
    return activity -> activity.getEventRecorded().getName().equals(event);
  }

  static void assertDense(List<ProfileActivity> activity) {
    activity.stream()
        .collect(Collectors.groupingBy(ProfileActivity::getProfileId))
        .forEach((profile, stream) ->
            assertEquals(
                LongStream.rangeClosed(1, stream.size()).boxed().toList(),
                stream.stream().map(ProfileActivity::getRevision).toList()));
  }
}
