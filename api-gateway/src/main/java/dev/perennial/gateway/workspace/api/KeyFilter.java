package dev.perennial.gateway.workspace.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.perennial.gateway.domain.ForbiddenException;
import dev.perennial.gateway.domain.UnauthorizedException;
import dev.perennial.gateway.workspace.app.FindAccess;
import dev.perennial.gateway.workspace.domain.Access;
import dev.perennial.gateway.workspace.domain.KeyKind;
import dev.perennial.gateway.workspace.domain.KeyText;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Knows the caller of a management request by {@code Authorization: Bearer <key>}, and whether the
 * key's scopes reach as far as the request: {@code GET /api/v1/segments/vip} takes segments:read.
 */
class KeyFilter {

  private static final String SCHEME = "Bearer ";
  private static final int AREA = 2;

  private final FindAccess access;
  private final Caller caller;
  private final Optional<String> operatorHash;

  KeyFilter(
      FindAccess access,
      Caller caller,
      @ConfigProperty(name = "perennial.admin-key") Optional<String> operatorKey) {
    this.access = access;
    this.caller = caller;
    this.operatorHash = operatorKey.filter(key -> !key.isBlank()).map(KeyText::hash);
  }

  /** Before the thread changes, where it does: keys are looked up from an event loop only. */
  @KeyRequired
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHENTICATION)
  Uni<Void> know(ContainerRequestContext request, ResourceInfo target) {
    String key = bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION));
    if (isOperatorKey(key)) {
      caller.isOperator();
      return Uni.createFrom().voidItem();
    }
    return access.of(key).invoke(found -> admit(found, request, target)).replaceWithVoid();
  }

  private void admit(Access found, ContainerRequestContext request, ResourceInfo target) {
    if (found.kind() != KeyKind.SECRET) {
      throw new UnauthorizedException("a write key may only send events");
    }
    boolean write = changesAnything(request.getMethod(), target);
    String area = area(request.getUriInfo().getPath());
    if (!found.scopes().allow(area, write)) {
      throw new ForbiddenException("the key lacks " + area + (write ? ":write" : ":read"));
    }
    caller.isTenant(found);
  }

  private static boolean changesAnything(String method, ResourceInfo target) {
    return switch (method) {
      case "GET", "HEAD" -> false;
      case "POST" -> !target.getResourceMethod().isAnnotationPresent(Reads.class);
      default -> true;
    };
  }

  /** "segments" of "/api/v1/segments/vip". */
  private static String area(String path) {
    List<String> parts = List.of(path.substring(path.startsWith("/") ? 1 : 0).split("/", -1));
    return parts.size() > AREA ? parts.get(AREA) : "";
  }

  private static String bearer(@Nullable String header) {
    if (header == null || !header.startsWith(SCHEME)) {
      throw new UnauthorizedException("Authorization: Bearer <secret key> is missing");
    }
    return header.substring(SCHEME.length()).strip();
  }

  /** Hashes are compared, in a time that says nothing of where they differ. */
  private boolean isOperatorKey(String key) {
    return operatorHash
        .filter(
            hash -> MessageDigest.isEqual(hash.getBytes(UTF_8), KeyText.hash(key).getBytes(UTF_8)))
        .isPresent();
  }
}
