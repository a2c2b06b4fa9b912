package dev.perennial.gateway.management.api;

import dev.perennial.contracts.profile.v1.CommerceSummary;
import dev.perennial.contracts.profile.v1.GetCommerceSummaryRequest;
import dev.perennial.contracts.profile.v1.Profiles;
import dev.perennial.gateway.workspace.api.Caller;
import dev.perennial.gateway.workspace.api.KeyRequired;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@KeyRequired
@Path("/api/v1/metrics")
@Tag(name = "metrics", description = "Exact figures over all events of the workspace")
public class MetricsResource {

  /** Amounts are in the currency's unit, exact. */
  record Commerce(
      long events,
      long profiles,
      long knownProfiles,
      long anonymousProfiles,
      long ordersCompleted,
      long ordersRefunded,
      long balancesAdjusted,
      long lineItems,
      long anonymousCommerceEvents,
      BigDecimal netValue,
      long positiveOrders,
      BigDecimal positiveValue,
      long knownPositiveOrders,
      BigDecimal knownPositiveValue,
      long knownBuyers,
      long knownRepeatBuyers,
      BigDecimal knownNetValue) {

    static Commerce of(CommerceSummary summary) {
      return new Commerce(
          summary.getEvents(),
          summary.getProfiles(),
          summary.getKnownProfiles(),
          summary.getAnonymousProfiles(),
          summary.getOrdersCompleted(),
          summary.getOrdersRefunded(),
          summary.getBalancesAdjusted(),
          summary.getLineItems(),
          summary.getAnonymousCommerceEvents(),
          Json.money(summary.getNetValueMicros()),
          summary.getPositiveOrders(),
          Json.money(summary.getPositiveValueMicros()),
          summary.getKnownPositiveOrders(),
          Json.money(summary.getKnownPositiveValueMicros()),
          summary.getKnownBuyers(),
          summary.getKnownRepeatBuyers(),
          Json.money(summary.getKnownNetValueMicros()));
    }
  }

  private final Profiles profiles;
  private final Caller caller;

  MetricsResource(@GrpcClient("profile") Profiles profiles, Caller caller) {
    this.profiles = profiles;
    this.caller = caller;
  }

  @GET
  @Path("/commerce")
  @Operation(summary = "Orders, refunds, buyers and money")
  public Uni<Commerce> commerce() {
    var request = GetCommerceSummaryRequest.newBuilder().setWorkspace(caller.workspace());
    return profiles.getCommerceSummary(request.build()).map(Commerce::of);
  }
}
