package dev.perennial.localstack;

import static java.util.Objects.requireNonNull;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives a {@code @QuarkusTest} the shared {@link TestStack}. Its argument {@code database} names
 * the role and the database of the service.
 */
public final class StackResource implements QuarkusTestResourceLifecycleManager {

  private @Nullable String database;

  @Override
  public void init(Map<String, String> arguments) {
    database = arguments.get("database");
  }

  @Override
  public Map<String, String> start() {
    String name = requireNonNull(database, "the argument database is missing");
    var stack = TestStack.shared();
    stack.createDatabase(name);
    return stack.config(name);
  }

  /** The stack stays for the next test class; it ends with the JVM. */
  @Override
  public void stop() {}
}
