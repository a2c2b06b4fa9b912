package dev.perennial.systemtests;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/**
 * The rules that every service keeps; see CONTRIBUTING.md.
 *
 * @param root the package below which each service has one of its own
 */
record Architecture(String root) {

  /** Pure: nothing but the JDK and annotations for the compiler. */
  ArchRule domainIsPure() {
    return noClasses()
        .that(ring("domain"))
        .should()
        .dependOnClassesThat(
            describe(
                "are no java.* and no domain",
                c ->
                    !c.getPackageName().startsWith("java.")
                        && !c.getPackageName().startsWith("org.jspecify")
                        && !c.isPrimitive()
                        && !c.getBaseComponentType().isPrimitive()
                        && !c.getBaseComponentType().getPackageName().startsWith("java.")
                        && !ring("domain").test(c.getBaseComponentType())))
        .as("domain depends on java.* only");
  }

  ArchRule storeKnowsDomainOnly() {
    return noClasses()
        .that(ring("store"))
        .should()
        .dependOnClassesThat(ring("app").or(ring("api")).or(ring("messaging")))
        .as("store knows neither app nor the edges");
  }

  ArchRule appKnowsNoEdge() {
    return noClasses()
        .that(ring("app"))
        .should()
        .dependOnClassesThat(ring("api").or(ring("messaging")))
        .as("app knows neither api nor messaging");
  }

  /** What services share is beside them: contracts and exactly-once. */
  SliceRule noServiceKnowsAnother(String... shared) {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(resideInAPackage(root + ".."), resideInAnyPackage(shared))
        .as("a service imports no other service");
  }

  private DescribedPredicate<JavaClass> ring(String name) {
    return resideInAnyPackage(root + ".*." + name + "..", root + ".*.*." + name + "..");
  }
}
