package dev.perennial.gateway.ingest.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.http.HttpServerRequest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Where SDKs put the key: {@code Basic base64(key:)}, with or without the colon, the query, the
 * body, or a bearer token, which counts last because some send an OAuth token there and the key in
 * the body.
 */
record WriteKey(@Nullable String outside, @Nullable String bearer) {

  private static final String BASIC = "basic ";
  private static final String BEARER = "bearer ";

  static WriteKey of(HttpServerRequest request) {
    String header = request.getHeader("Authorization");
    String basic = after(BASIC, header);
    return new WriteKey(
        basic == null ? request.getParam("writeKey") : userOf(basic), after(BEARER, header));
  }

  private static @Nullable String after(String scheme, @Nullable String header) {
    return header != null && header.regionMatches(true, 0, scheme, 0, scheme.length())
        ? header.substring(scheme.length()).strip()
        : null;
  }

  private static @Nullable String userOf(String basic) {
    try {
      String decoded = new String(Base64.getDecoder().decode(basic), UTF_8);
      int colon = decoded.indexOf(':');
      return colon < 0 ? decoded : decoded.substring(0, colon);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }
}
