// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.it.redeploy.war.InstallingShop;
import io.github.jaxrstracing.it.redeploy.war.Log4jShop;
import io.github.jaxrstracing.it.redeploy.war.RootHandler;
import io.github.jaxrstracing.it.redeploy.war.Shop;
import io.github.jaxrstracing.it.redeploy.war.WarBrave;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A war that is taken out leaves nothing behind, wherever the library is. */
class RedeployTest {
  private static final String WAR_END = "io.github.jaxrstracing.server.WarEnd";
  private static final String SPANS = "spans-of-war";
  private static final String LOGS = "logs-of-war";

  // On a machine that has other things to do.
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  @AfterEach
  void forget() {
    System.getProperties().remove(SPANS);
    System.getProperties().remove(LOGS);
    System.clearProperty("tracer-of-war");
    System.clearProperty("jaxrs-tracing.tracer");
    System.clearProperty("otel.traces.exporter");
  }

  @ParameterizedTest
  @CsvSource({
    "OUTSIDE, Shop",
    "OUTSIDE, InstallingShop",
    "INSIDE, Shop",
    "INSIDE, InstallingShop",
  })
  void isCollected(Place library, String application) throws Exception {
    Class<?> shop = application.equals("Shop") ? Shop.class : InstallingShop.class;

    List<WeakReference<ClassLoader>> gone = redeployed(library, shop, List.of());

    assertThat(System.getProperties().get(SPANS)).as("three spans of each").isEqualTo(6);
    assertCollected(gone);
  }

  @ParameterizedTest
  @EnumSource
  void isCollectedWithTheAppenderOfLog4j(Place library) throws Exception {
    List<WeakReference<ClassLoader>> gone = redeployed(library, Log4jShop.class, List.of());

    assertThat(System.getProperties().get(LOGS)).as("one of each").isEqualTo(2);
    assertCollected(gone);
  }

  @Test
  void isCollectedWhenItsHandlerIsTakenFromTheRootLogger() throws Exception {
    assertCollected(redeployed(Place.INSIDE, Shop.class, List.of(RootHandler.class.getName())));
  }

  @ParameterizedTest
  @EnumSource
  void isCollectedWithTheTracerOfBraveThatItCloses(Place library) throws Exception {
    System.setProperty("tracer-of-war", "brave");

    List<WeakReference<ClassLoader>> gone =
        redeployed(library, Shop.class, List.of(WarBrave.class.getName()));

    assertThat(System.getProperties().get(SPANS)).isEqualTo(6);
    assertCollected(gone);
  }

  @Test
  void exportsTheLastSpansOfItsOpenTelemetryTracerAndIsCollected() throws Exception {
    System.setProperty("jaxrs-tracing.tracer", "opentelemetry");
    System.setProperty("otel.traces.exporter", "war");

    List<WeakReference<ClassLoader>> gone = redeployed(Place.INSIDE, Shop.class, List.of(WAR_END));

    assertThat(System.getProperties().get(SPANS)).isEqualTo(6);
    assertCollected(gone);
  }

  @Test
  void isCollectedAlsoWhereItHadTheOpenTelemetryTracerOfTheServerMade() throws Exception {
    System.setProperty("jaxrs-tracing.tracer", "opentelemetry");
    System.setProperty("otel.traces.exporter", "server");

    assertCollected(redeployed(Place.OUTSIDE, Shop.class, List.of()));
  }

  @ParameterizedTest
  @EnumSource
  void hasNoMoreObjectsAfterTenRedeploymentsThanAfterTwo(Place library) throws Exception {
    try (Server server = new Server(directory.resolve("tomcat"))) {
      Path war = war(library, Shop.class, directory.resolve("war"));
      assertCollected(redeployed(server, 2, library, war, Shop.class, List.of()));
      Context third = deployed(server, library, war, Shop.class, List.of());
      Map<String, Long> afterTwo = LiveObjects.ofTheLibrary();
      server.undeploy(third);

      assertCollected(redeployed(server, 7, library, war, Shop.class, List.of()));
      deployed(server, library, war, Shop.class, List.of());

      assertThat(afterTwo).containsKey("io.github.jaxrstracing.server.jersey.JerseyApplication");
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertNoMore(LiveObjects.ofTheLibrary(), afterTwo));
    }
  }

  private static void assertNoMore(Map<String, Long> now, Map<String, Long> before) {
    assertThat(now)
        .allSatisfy(
            (type, count) ->
                assertThat(count).as(type).isLessThanOrEqualTo(before.getOrDefault(type, 0L)));
  }

  /** The class loaders of a war that was deployed, used and undeployed twice. */
  private List<WeakReference<ClassLoader>> redeployed(
      Place library, Class<?> application, List<String> listeners) throws Exception {
    try (Server server = new Server(directory.resolve("tomcat"))) {
      Path war = war(library, application, directory.resolve("war"));
      return redeployed(server, 2, library, war, application, listeners);
    }
  }

  private static Path war(Place library, Class<?> application, Path root) throws Exception {
    if (library == Place.OUTSIDE) {
      return War.alone(root);
    }
    return War.whole(
        root, application == Log4jShop.class ? List.of("slf4j-", "logback-") : List.of("log4j-"));
  }

  private static List<WeakReference<ClassLoader>> redeployed(
      Server server,
      int times,
      Place library,
      Path war,
      Class<?> application,
      List<String> listeners)
      throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      Context context = deployed(server, library, war, application, listeners);
      loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
      server.undeploy(context);
    }
    return loaders;
  }

  private static Context deployed(
      Server server, Place library, Path war, Class<?> application, List<String> listeners)
      throws Exception {
    // Outside of the war SLF4J is there too, and comes first.
    boolean isCorrelated = application != Log4jShop.class || library == Place.INSIDE;
    ClassLoader parent = library == Place.OUTSIDE ? Server.WITH_LIBRARY : Server.BARE;
    Context context = server.deploy("/shop", war, parent, application.getName(), listeners);
    assertThat(server.get("/shop/orders"))
        .isEqualTo(isCorrelated ? "correlated traced" : "alone traced");
    return context;
  }

  private static void assertCollected(List<WeakReference<ClassLoader>> loaders) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              System.gc();
              assertThat(loaders).allMatch(loader -> loader.get() == null);
            });
  }

  private enum Place {
    INSIDE,
    OUTSIDE
  }
}
