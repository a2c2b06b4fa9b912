package dev.perennial.channel.template.app;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.rpc.BadRequest;
import dev.perennial.channel.domain.InvalidDefinitionException;
import dev.perennial.channel.domain.Violation;
import dev.perennial.channel.template.domain.Content.ShownProducts;
import dev.perennial.contracts.recommendation.v1.Recommendations;
import io.grpc.Status;
import io.grpc.protobuf.StatusProto;
import io.quarkus.grpc.GrpcClient;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks what a template will ask, so that who writes it hears what is wrong rather than who would
 * have got the message.
 */
@ApplicationScoped
class CheckShownProducts {

  private static final String FIELD = "/recommendations";

  /** Nobody: what is wrong with a question does not depend on who it is about. */
  private static final List<String> NOBODY = List.of(new UUID(0, 0).toString());

  private final Recommendations service;

  CheckShownProducts(@GrpcClient("recommendation") Recommendations service) {
    this.service = service;
  }

  /**
   * Fails with {@link InvalidDefinitionException}, or with UNAVAILABLE while the service is away.
   */
  Uni<Void> check(String workspace, Optional<ShownProducts> shown) {
    return shown.isEmpty()
        ? Uni.createFrom().voidItem()
        : service
            .recommendForProfiles(Questions.of(workspace, shown.get(), NOBODY))
            .onFailure()
            .transform(CheckShownProducts::told)
            .replaceWithVoid();
  }

  private static Throwable told(Throwable failure) {
    return Questions.isRefusal(failure)
        ? new InvalidDefinitionException(violations(failure))
        : Status.UNAVAILABLE
            .withDescription("recommendation-service is away")
            .withCause(failure)
            .asRuntimeException();
  }

  private static List<Violation> violations(Throwable refusal) {
    var violations = new ArrayList<Violation>();
    var status = StatusProto.fromThrowable(refusal);
    if (status != null) {
      for (var detail : status.getDetailsList()) {
        if (detail.is(BadRequest.class)) {
          fields(detail).forEach(violations::add);
        }
      }
    }
    if (violations.isEmpty()) {
      var why = Status.fromThrowable(refusal).getDescription();
      violations.add(new Violation(FIELD, String.valueOf(why)));
    }
    return violations;
  }

  private static List<Violation> fields(com.google.protobuf.Any detail) {
    try {
      return detail.unpack(BadRequest.class).getFieldViolationsList().stream()
          .map(one -> new Violation(FIELD + one.getField(), one.getDescription()))
          .toList();
    } catch (InvalidProtocolBufferException _) {
      return List.of();
    }
  }
}
