// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

@AnalyzeClasses(packages = "io.github.jaxrstracing", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String API = "io.github.jaxrstracing";
  private static final String SPAN = API + ".span";
  private static final String LOG = API + ".log";
  private static final String OPENTELEMETRY = API + ".opentelemetry";
  private static final String CLIENT = API + ".client";
  private static final String SERVER = API + ".server";
  private static final String CDI = API + ".cdi";
  private static final Set<String> IMPLEMENTATIONS = Set.of("jersey", "resteasy", "cxf");

  // Each rule below names packages; one that nobody has named would be seen by none of them.
  @ArchTest
  static void everyPackageIsKnownHere(JavaClasses all) {
    Set<String> known = new TreeSet<>(Set.of(API, SPAN, LOG, OPENTELEMETRY, CLIENT, SERVER, CDI));
    for (String implementation : IMPLEMENTATIONS) {
      known.add(CLIENT + '.' + implementation);
      known.add(SERVER + '.' + implementation);
    }

    assertThat(all.stream().map(JavaClass::getPackageName).distinct()).isSubsetOf(known);
    assertThat(all.stream().map(JavaClass::getPackageName).distinct())
        .contains(API, SPAN, CLIENT, SERVER, CDI, CLIENT + ".jersey", SERVER + ".jersey");
  }

  @ArchTest
  static final ArchRule apiKnowsNothingOfTheMachinery =
      noClasses()
          .that()
          .resideInAPackage(API)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SPAN + "..", LOG + "..", OPENTELEMETRY + "..");

  @ArchTest
  static final ArchRule coreKnowsNothingOfJakarta =
      noClasses()
          .that()
          .resideInAnyPackage(API, SPAN + "..", LOG + "..", OPENTELEMETRY + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta..", "org.glassfish..", CLIENT + "..", SERVER + "..", CDI + "..");

  @ArchTest
  static final ArchRule clientAndServerDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(CLIENT + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SERVER + "..", CDI + "..");

  @ArchTest
  static final ArchRule serverAndClientDoNotKnowEachOther =
      noClasses()
          .that()
          .resideInAPackage(SERVER + "..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(CLIENT + "..", CDI + "..");

  @ArchTest
  static final ArchRule twoClassesAloneCallATracer =
      noClasses()
          .that()
          .doNotHaveSimpleName("GuardedTracer")
          .and()
          .doNotHaveSimpleName("GuardedSpan")
          .and()
          .resideOutsideOfPackages(LOG + "..", OPENTELEMETRY + "..") // guarded in their own way
          .should()
          .callMethodWhere(
              new DescribedPredicate<JavaMethodCall>("it is a method of a tracer or its spans") {
                @Override
                public boolean test(JavaMethodCall call) {
                  return Set.of(
                          "io.opentracing.Tracer",
                          "io.opentracing.Tracer$SpanBuilder",
                          "io.opentracing.Span",
                          "io.opentracing.SpanContext",
                          "io.opentracing.Scope",
                          "io.opentracing.ScopeManager")
                      .contains(call.getTargetOwner().getName());
                }
              });

  @ArchTest static final ArchRule hooksAloneKnowJersey = onlyHooksKnow("jersey", "org.glassfish..");

  @ArchTest static final ArchRule hooksAloneKnowRestEasy = onlyHooksKnow("resteasy", "org.jboss..");

  @ArchTest static final ArchRule hooksAloneKnowCxf = onlyHooksKnow("cxf", "org.apache.cxf..");

  private static ArchRule onlyHooksKnow(String implementation, String classes) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(
            CLIENT + '.' + implementation + "..", SERVER + '.' + implementation + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(classes);
  }

  @ArchTest
  static final ArchRule nobodyNeedsHooks =
      noClasses()
          .that()
          .resideInAnyPackage(API, SPAN, LOG, OPENTELEMETRY, CLIENT, SERVER, CDI)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(hooks());

  @ArchTest
  static final ArchRule hooksDoNotKnowEachOther =
      slices().matching(API + ".(server|client).(*)..").should().notDependOnEachOther();

  private static String[] hooks() {
    return IMPLEMENTATIONS.stream()
        .flatMap(name -> Stream.of(CLIENT + '.' + name + "..", SERVER + '.' + name + ".."))
        .toArray(String[]::new);
  }

  @ArchTest
  static final ArchRule serverHooksUseTheSeamAlone =
      noClasses()
          .that()
          .resideInAnyPackage(hooks())
          .should()
          .dependOnClassesThat(
              new DescribedPredicate<JavaClass>("are of the server and not of its seam") {
                @Override
                public boolean test(JavaClass used) {
                  return used.getPackageName().equals(SERVER)
                      && !Set.of(
                              "Bracket",
                              "Connection",
                              "DiscoveredTracingFeature",
                              "FilterPair",
                              "MatchedMethod",
                              "ReceivedRequest",
                              "RequestTrace",
                              "ServerHooks",
                              "ServletConnection",
                              "Traced")
                          .contains(used.getSimpleName());
                }
              });

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
                      || (used.getPackageName().equals(API)
                          && used.getModifiers().contains(JavaModifier.PUBLIC))
                      || used.getSimpleName().equals("ZipkinTags");
                }
              });

  @ArchTest
  static final ArchRule onlyItsTracerUsesOpenTelemetry =
      noClasses()
          .that()
          .resideOutsideOfPackage(OPENTELEMETRY)
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
          .resideOutsideOfPackage(LOG)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.slf4j..", "ch.qos.logback..", "org.apache.logging..");

  @ArchTest
  static void eachPublicTypeHasItsSentenceInTheRationale(JavaClasses all) throws IOException {
    String rationale = Files.readString(Path.of("..", "..", "RATIONALE.md"));
    List<String> publicTypes =
        all.stream()
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
