package dev.perennial.recommendation.serving.app;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import dev.perennial.contracts.recommendation.v1.PlacementVariant;
import dev.perennial.contracts.recommendation.v1.PutPlacementRequest;
import dev.perennial.recommendation.serving.domain.Arm;
import dev.perennial.recommendation.serving.domain.InvalidRequest;
import dev.perennial.recommendation.serving.domain.Placement;
import dev.perennial.recommendation.serving.domain.Placement.Variant;
import dev.perennial.recommendation.serving.domain.Strategy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Reads what people write of placements. */
@ApplicationScoped
public class ReadPlacement {

  private static final int MOST_VARIANTS = 10;
  private static final int MOST_STRATEGIES = 6;
  private static final int MOST_WEIGHT = 10_000;
  private static final int LONGEST_NAME = 200;

  private final Strategies strategies;

  ReadPlacement(Strategies strategies) {
    this.strategies = strategies;
  }

  /** Fails with {@link InvalidRequest}. */
  public Placement read(PutPlacementRequest request) {
    check(request);
    var rules = ReadRules.read("/rules", request.getRules());
    var variants = new ArrayList<Variant>();
    var names = new HashSet<String>();
    for (int i = 0; i < request.getVariantsCount(); i++) {
      var written = request.getVariants(i);
      String pointer = "/variants/" + i;
      if (!Arm.VARIANT.matcher(written.getName()).matches() || !names.add(written.getName())) {
        throw new InvalidRequest(
            pointer + "/name",
            "must be 1 to 32 lower-case letters, digits and hyphens, and unique");
      }
      variants.add(
          new Variant(
              written.getName(),
              written.getWeight(),
              chain(pointer + "/strategies", written),
              written.hasRules() ? ReadRules.read(pointer + "/rules", written.getRules()) : rules));
    }
    return new Placement(request.getKey(), variants);
  }

  /** The rules and variants as text. */
  static String definition(PutPlacementRequest request) {
    try {
      var message =
          PutPlacementRequest.newBuilder()
              .setRules(request.getRules())
              .addAllVariants(request.getVariantsList())
              .build();
      return JsonFormat.printer().omittingInsignificantWhitespace().print(message);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("rules and variants hold no message of unknown type", e);
    }
  }

  /** What {@link #definition} wrote. */
  public static PutPlacementRequest.Builder written(String definition) {
    try {
      var message = PutPlacementRequest.newBuilder();
      JsonFormat.parser().ignoringUnknownFields().merge(definition, message);
      return message;
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("a placement that was written cannot be read", e);
    }
  }

  private static void check(PutPlacementRequest request) {
    if (request.getWorkspace().isEmpty()) {
      throw new InvalidRequest("/workspace", "is required");
    }
    if (!Arm.PLACEMENT.matcher(request.getKey()).matches()) {
      throw new InvalidRequest("/key", "must be 1 to 64 lower-case letters, digits and hyphens");
    }
    if (request.getName().length() > LONGEST_NAME) {
      throw new InvalidRequest("/name", "must not be longer than 200 characters");
    }
    if (request.getVariantsCount() == 0 || request.getVariantsCount() > MOST_VARIANTS) {
      throw new InvalidRequest("/variants", "must be 1 to 10");
    }
    long weights =
        request.getVariantsList().stream()
            .mapToLong(variant -> Integer.toUnsignedLong(variant.getWeight()))
            .sum();
    if (weights < 1 || weights > MOST_WEIGHT) {
      throw new InvalidRequest("/variants", "must have weights of 1 to 10,000 together");
    }
  }

  private List<Strategy> chain(String pointer, PlacementVariant variant) {
    if (variant.getStrategiesCount() == 0 || variant.getStrategiesCount() > MOST_STRATEGIES) {
      throw new InvalidRequest(pointer, "must be 1 to 6");
    }
    var chain = new ArrayList<Strategy>();
    for (int i = 0; i < variant.getStrategiesCount(); i++) {
      Optional<Strategy> strategy = strategies.find(variant.getStrategies(i));
      if (strategy.isEmpty()) {
        throw new InvalidRequest(
            pointer + "/" + i, "must be one of " + String.join(", ", strategies.keys()));
      }
      chain.add(strategy.get());
    }
    return chain;
  }
}
