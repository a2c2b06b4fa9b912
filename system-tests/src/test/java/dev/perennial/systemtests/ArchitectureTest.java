package dev.perennial.systemtests;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final List<String> SERVICES =
      List.of(
          "profile-service",
          "segment-service",
          "journey-service",
          "channel-gateway",
          "recommendation-service",
          "api-gateway");

  private static final JavaClasses SUITE =
      new ClassFileImporter()
          .importPaths(SERVICES.stream().map(s -> Path.of("..", s, "target/classes")).toList());
  private static final JavaClasses CANARY =
      new ClassFileImporter().importPackages("dev.perennial.systemtests.canary");

  private final Architecture suite = new Architecture("dev.perennial");
  private final Architecture canary = new Architecture("dev.perennial.systemtests.canary");

  @Test
  void everyServiceIsLookedAt() {
    for (var service : SERVICES) {
      var classes = new ClassFileImporter().importPath(Path.of("..", service, "target/classes"));
      assertFalse(classes.isEmpty(), service);
    }
  }

  @Test
  void theDomainIsPure() {
    suite.domainIsPure().check(SUITE);
  }

  @Test
  void theStoreKnowsTheDomainOnly() {
    suite.storeKnowsDomainOnly().check(SUITE);
  }

  @Test
  void theUseCasesKnowNoEdge() {
    suite.appKnowsNoEdge().check(SUITE);
  }

  @Test
  void noServiceKnowsAnother() {
    suite
        .noServiceKnowsAnother("dev.perennial.contracts..", "dev.perennial.exactlyonce..")
        .check(SUITE);
  }

  @Test
  void eachRuleFindsWhatBreaksIt() {
    assertBroken(canary.domainIsPure());
    assertBroken(canary.storeKnowsDomainOnly());
    assertBroken(canary.appKnowsNoEdge());
    assertBroken(canary.noServiceKnowsAnother());
  }

  private static void assertBroken(ArchRule rule) {
    assertThrows(AssertionError.class, () -> rule.check(CANARY), rule.getDescription());
  }
}
