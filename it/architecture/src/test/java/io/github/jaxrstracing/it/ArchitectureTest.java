// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

@AnalyzeClasses(packages = "io.github.jaxrstracing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String CORE = "io.github.jaxrstracing";
  private static final String CLIENT = CORE + ".client";
  private static final String SERVER = CORE + ".server";
  private static final String CDI = CORE + ".cdi";

  @ArchTest
  static final ArchRule coreKnowsNothingOfJakarta =
      noClasses()
          .that()
          .resideInAPackage(CORE)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("jakarta..", "org.glassfish..", CLIENT, SERVER, CDI);

  @ArchTest
  static final ArchRule clientAndServerDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(CLIENT)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER, CDI);

  @ArchTest
  static final ArchRule serverAndClientDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(SERVER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT, CDI);

  @ArchTest
  static final ArchRule zipkinIsWrittenOnThePublicApiAlone =
      classes()
          .that()
          .haveSimpleName("ZipkinTags")
          .should()
          .onlyDependOnClassesThat(
              new DescribedPredicate<>("a user has as well") {
                @Override
                public boolean test(JavaClass used) {
                  return used.getPackageName().startsWith("java.")
                      || used.getPackageName().startsWith("org.jspecify")
                      || (used.getPackageName().equals(CORE)
                          && used.getModifiers().contains(JavaModifier.PUBLIC))
                      || used.getSimpleName().equals("ZipkinTags");
                }
              });

  @ArchTest
  static final ArchRule onlyItsTracerUsesOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackages(CORE + ".opentelemetry", CORE + ".quickstart", CORE + ".it..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry..");

  @ArchTest
  static final ArchRule onlyOneClassUsesTheShim =
      noClasses()
          .that()
          .doNotHaveSimpleName("Shim")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.opentelemetry.opentracingshim..");

  @ArchTest
  static final ArchRule onlyLogHandlersUseLoggingFrameworks =
      noClasses()
          .that()
          .resideOutsideOfPackage(CORE + ".log")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "org.apache.logging..");

  @ArchTest
  static void eachPublicTypeHasItsSentenceInTheRationale(JavaClasses all) throws IOException {
    String rationale = Files.readString(Path.of("..", "..", "RATIONALE.md"));
    List<String> publicTypes =
        all.stream()
            .filter(
                type ->
                    type.getPackageName()
                        .matches(
                            "io\\.github\\.jaxrstracing(\\.(client|server|cdi|log|opentelemetry))?"))
            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
            .filter(type -> type.getEnclosingClass().isEmpty())
            .map(JavaClass::getSimpleName)
            .filter(name -> !name.equals("package-info"))
            .sorted()
            .toList();
    List<String> explained =
        rationale
            .lines()
            .filter(line -> line.matches("- `\\w+`: .+"))
            .map(line -> line.substring(3, line.indexOf('`', 3)))
            .sorted()
            .toList();

    assertThat(publicTypes).isNotEmpty().isEqualTo(explained);
  }
}
