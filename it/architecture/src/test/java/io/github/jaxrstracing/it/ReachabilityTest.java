// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.lang.reflect.Member;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What native images are told of, against the classes and the sources; nothing is compiled. */
class ReachabilityTest {
  /** Members that another release of their library has than the one on this class path. */
  private static final Set<String> OF_OTHER_RELEASES =
      Set.of(
          "org.glassfish.jersey.innate.inject.Bindings",
          "jakarta.ws.rs.core.UriInfo.getMatchedResourceTemplate");

  /** What frameworks create, or look into for something to inject. */
  private static final Set<String> COMPONENTS =
      Set.of(
          "jakarta.ws.rs.client.ClientRequestFilter",
          "jakarta.ws.rs.client.ClientResponseFilter",
          "jakarta.ws.rs.container.ContainerRequestFilter",
          "jakarta.ws.rs.container.ContainerResponseFilter",
          "jakarta.ws.rs.container.DynamicFeature",
          "jakarta.ws.rs.core.Feature",
          "jakarta.ws.rs.ext.ReaderInterceptor",
          "jakarta.ws.rs.ext.WriterInterceptor",
          "org.glassfish.jersey.client.spi.PostInvocationInterceptor",
          "org.glassfish.jersey.client.spi.PreInvocationInterceptor",
          "org.glassfish.jersey.internal.inject.DisposableSupplier",
          "org.glassfish.jersey.server.monitoring.ApplicationEventListener",
          "org.glassfish.jersey.spi.ExecutorServiceProvider");

  private static final Map<String, Set<String>> REFLECTION =
      Map.of(
          "java.lang.Class",
          Set.of(
              "forName",
              "getConstructor",
              "getConstructors",
              "getDeclaredConstructor",
              "getDeclaredField",
              "getDeclaredFields",
              "getDeclaredMethod",
              "getDeclaredMethods",
              "getField",
              "getFields",
              "getMethod",
              "getMethods",
              "getResource",
              "getResourceAsStream",
              "newInstance"),
          "java.lang.ClassLoader",
          Set.of("getResource", "getResourceAsStream", "getResources", "loadClass"),
          "java.lang.invoke.MethodHandles$Lookup",
          Set.of("findConstructor", "findGetter", "findStatic", "findVarHandle", "findVirtual"),
          "java.lang.reflect.Proxy",
          Set.of("newProxyInstance"),
          "java.util.concurrent.atomic.AtomicIntegerFieldUpdater",
          Set.of("newUpdater"),
          "java.util.concurrent.atomic.AtomicLongFieldUpdater",
          Set.of("newUpdater"),
          "java.util.concurrent.atomic.AtomicReferenceFieldUpdater",
          Set.of("newUpdater"));

  /** Looks only into the classes of applications, whose metadata is theirs. */
  private static final String OF_APPLICATIONS = "io.github.jaxrstracing.server.MethodDeclarations";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .withImportOption(location -> !location.contains("/cdi/"))
          .importPackages("io.github.jaxrstracing");

  @ParameterizedTest
  @ValueSource(strings = {"core", "client-filters", "server-filters"})
  void namesOnlyWhatExists(String module) throws Exception {
    List<String> missing = new ArrayList<>();
    for (JsonNode entry : Metadata.of(module).reflection()) {
      if (entry.has("condition")) {
        type(entry.path("condition").path("typeReached").asText());
      }
      for (JsonNode proxied : entry.path("type").path("proxy")) {
        assertThat(type(proxied.asText())).isInterface();
      }
      if (entry.path("type").isTextual()) {
        missing.addAll(missing(entry));
      }
    }

    assertThat(missing).isSubsetOf(OF_OTHER_RELEASES);
  }

  private static List<String> missing(JsonNode entry) {
    String name = entry.path("type").asText();
    Class<?> type;
    try {
      type = type(name);
    } catch (ClassNotFoundException e) {
      return List.of(name);
    }
    List<String> missing = new ArrayList<>();
    for (JsonNode field : entry.path("fields")) {
      if (Arrays.stream(type.getDeclaredFields()).noneMatch(isNamed(field))) {
        missing.add(name + '.' + field.path("name").asText());
      }
    }
    for (JsonNode method : entry.path("methods")) {
      boolean exists =
          method.path("name").asText().equals("<init>")
              ? type.getDeclaredConstructors().length > 0
              : Stream.of(type.getMethods(), type.getDeclaredMethods())
                  .flatMap(Arrays::stream)
                  .anyMatch(isNamed(method));
      if (!exists) {
        missing.add(name + '.' + method.path("name").asText());
      }
    }
    return missing;
  }

  private static java.util.function.Predicate<Member> isNamed(JsonNode member) {
    return candidate -> candidate.getName().equals(member.path("name").asText());
  }

  @Test
  void knowsEachMemberThatTheSourcesAskFor() throws Exception {
    for (String module : Metadata.MODULES) {
      Metadata metadata = Metadata.of(module);
      for (ReflectiveUse use : ReflectiveUse.in(module)) {
        assertThat(metadata.covers(use)).as("%s in %s", use, module).isTrue();
      }
    }
  }

  @Test
  void findsTheUsesThatItIsToCheck() throws IOException {
    assertThat(ReflectiveUse.in("core"))
        .contains(
            new ReflectiveUse(
                "io.github.jaxrstracing.span.JavaxImplementations",
                "org.jboss.resteasy.spi.ResteasyProviderFactory",
                ""));
    assertThat(ReflectiveUse.in("client-filters"))
        .contains(
            new ReflectiveUse(
                "io.github.jaxrstracing.client.jersey.JerseyComponents",
                "org.glassfish.jersey.client.spi.PreInvocationInterceptor",
                "beforeRequest"));
    assertThat(ReflectiveUse.in("server-filters"))
        .contains(
            new ReflectiveUse(
                "io.github.jaxrstracing.server.resteasy.RestEasyApplication",
                "org.jboss.resteasy.core.SynchronousDispatcher",
                "defaultContextObjects"));
  }

  /** Whatever form it has: a class that uses reflection is the condition of an entry. */
  @Test
  void knowsEachClassThatUsesReflection() throws Exception {
    Set<String> conditions = new TreeSet<>(Set.of(OF_APPLICATIONS));
    for (String module : Metadata.MODULES) {
      conditions.addAll(Metadata.of(module).conditions());
    }
    Set<String> using = new TreeSet<>();
    for (JavaClass type : CLASSES) {
      if (type.getMethodCallsFromSelf().stream()
          .anyMatch(
              call ->
                  REFLECTION
                      .getOrDefault(call.getTargetOwner().getName(), Set.of())
                      .contains(call.getName()))) {
        using.add(type.getName().replaceAll("\\$.*", ""));
      }
    }

    assertThat(using).isEqualTo(conditions);
  }

  @Test
  void knowsEachComponent() throws Exception {
    Set<String> open = new TreeSet<>();
    for (String module : Metadata.MODULES) {
      open.addAll(Metadata.of(module).open());
    }

    assertThat(
            CLASSES.stream()
                .filter(type -> !type.isAnonymousClass() && !type.isInterface())
                .filter(type -> !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(type -> COMPONENTS.stream().anyMatch(type::isAssignableTo))
                .map(JavaClass::getName))
        .isNotEmpty()
        .isSubsetOf(open);
  }

  @ParameterizedTest
  @ValueSource(strings = {"core", "client-filters", "server-filters"})
  void knowsEachResourceAndWhatItNames(String module) throws Exception {
    Metadata metadata = Metadata.of(module);
    Path resources = Path.of("..", "..", module, "src", "main", "resources");
    Set<String> expected = new TreeSet<>();
    try (Stream<Path> files = Files.walk(resources.resolve("META-INF"))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = resources.relativize(file).toString();
        if (name.contains("native-image")) {
          continue;
        }
        expected.add(name);
        for (String provider : Files.readAllLines(file)) {
          assertThat(metadata.constructed()).contains(provider.replace("::false", ""));
        }
      }
    }
    if (module.equals("core")) {
      expected.add("META-INF/org/apache/logging/log4j/core/config/plugins/Log4j2Plugins.dat");
    }

    assertThat(metadata.resources()).isEqualTo(expected);
  }

  @Test
  void knowsTheLogHandlers() throws Exception {
    assertThat(Metadata.of("core").open())
        .contains(
            "io.github.jaxrstracing.log.JulSpanHandler",
            "io.github.jaxrstracing.log.Log4jSpanAppender",
            "io.github.jaxrstracing.log.LogbackSpanAppender");
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return Class.forName(name, false, ReachabilityTest.class.getClassLoader());
  }
}
