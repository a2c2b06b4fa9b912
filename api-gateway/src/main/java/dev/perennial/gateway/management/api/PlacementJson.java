package dev.perennial.gateway.management.api;

import static java.util.Objects.requireNonNullElse;

import dev.perennial.contracts.recommendation.v1.ListPlacementsResponse;
import dev.perennial.contracts.recommendation.v1.Placement;
import dev.perennial.contracts.recommendation.v1.PlacementVariant;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.gateway.domain.InvalidRequestException;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Placements in JSON. */
final class PlacementJson {

  @Schema(name = "PlacementVariant")
  record VariantJson(
      @Nullable String name,
      @Schema(description = "Its share of the people is its part of all weights; 1 when left out")
          @Nullable Integer weight,
      @Schema(description = "The first answers, the next ones fill what it leaves open")
          @Nullable List<String> strategies,
      @Schema(description = "In place of the placement's") @Nullable RulesJson rules) {

    PlacementVariant toContract(String pointer) {
      if (weight != null && weight < 0) {
        throw new InvalidRequestException(pointer + "/weight", "must be 0 or more");
      }
      var variant =
          PlacementVariant.newBuilder()
              .setName(requireNonNullElse(name, ""))
              .setWeight(requireNonNullElse(weight, 1))
              .addAllStrategies(requireNonNullElse(strategies, List.of()));
      if (rules != null) {
        variant.setRules(rules.toContract(pointer + "/rules"));
      }
      return variant.build();
    }

    static VariantJson of(PlacementVariant variant) {
      return new VariantJson(
          variant.getName(),
          variant.getWeight(),
          variant.getStrategiesList(),
          variant.hasRules() ? RulesJson.of(variant.getRules()) : null);
    }
  }

  @Schema(name = "PlacementPut")
  record Put(
      @Nullable String name,
      @Schema(description = "Of all variants that have none of their own")
          @Nullable RulesJson rules,
      @Nullable List<VariantJson> variants) {

    PutPlacementRequest.Builder toContract() {
      var request = PutPlacementRequest.newBuilder().setName(requireNonNullElse(name, ""));
      if (rules != null) {
        request.setRules(rules.toContract("/rules"));
      }
      List<VariantJson> all = requireNonNullElse(variants, List.of());
      for (int i = 0; i < all.size(); i++) {
        request.addVariants(all.get(i).toContract("/variants/" + i));
      }
      return request;
    }
  }

  @Schema(name = "Placement")
  record View(
      String key,
      String name,
      int version,
      RulesJson rules,
      List<VariantJson> variants,
      @Nullable Instant changedAt) {

    static View of(Placement placement) {
      return new View(
          placement.getKey(),
          placement.getName(),
          placement.getVersion(),
          RulesJson.of(placement.getRules()),
          placement.getVariantsList().stream().map(VariantJson::of).toList(),
          Json.instant(placement.hasChangedAt(), placement.getChangedAt()));
    }
  }

  @Schema(name = "Placements")
  record Page(List<View> placements) {

    static Page of(ListPlacementsResponse response) {
      return new Page(response.getPlacementsList().stream().map(View::of).toList());
    }
  }

  private PlacementJson() {}
}
