package dev.perennial.gateway.workspace.api;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.perennial.gateway.domain.InvalidRequestException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a query whose parameters the request does not take: dropped without a word, a misspelt
 * filter would show what it should keep out. Refuses U+0000 as well, which no store can look for.
 */
class KnownParameters {

  private static final char NUL = 0;

  private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

  @KeyRequired
  @ServerRequestFilter(nonBlocking = true, priority = Priorities.AUTHORIZATION)
  void check(ContainerRequestContext request, ResourceInfo target) {
    UriInfo uri = request.getUriInfo();
    Set<String> names = known.computeIfAbsent(target.getResourceMethod(), KnownParameters::of);
    uri.getPathParameters().forEach(KnownParameters::checkText);
    uri.getQueryParameters()
        .forEach((name, values) -> {
          if (!names.contains(name)) {
            throw new InvalidRequestException(name, "is no parameter of this request");
          }
          checkText(name, values);
        });
  }

  private static void checkText(String name, List<String> values) {
    if (values.stream().anyMatch(value -> value.indexOf(NUL) >= 0)) {
      throw new InvalidRequestException(name, "must not hold U+0000");
    }
  }

  private static Set<String> of(Method method) {
    return Arrays.stream(method.getParameters())
        .flatMap(KnownParameters::carriers)
        .map(carrier -> carrier.getAnnotation(QueryParam.class))
        .filter(Objects::nonNull)
        .map(QueryParam::value)
        .collect(toUnmodifiableSet());
  }

  private static Stream<? extends AnnotatedElement> carriers(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        ? Arrays.stream(parameter.getType().getDeclaredFields())
        : Stream.of(parameter);
  }
}
