// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.it.redeploy.war.InstallingShop;
import io.github.jaxrstracing.it.redeploy.war.Shop;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.Context;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A war that is taken out leaves nothing behind, wherever the library is. */
class RedeployTest {
  private static final String WAR_END = "io.github.jaxrstracing.server.WarEnd";
  private static final String SPANS = "spans-of-war";

  @TempDir private Path directory;

  @AfterEach
  void forget() {
    System.getProperties().remove(SPANS);
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

  /** The class loaders of a war that was deployed, used and undeployed several times. */
  private List<WeakReference<ClassLoader>> redeployed(
      Place library, Class<?> application, List<String> listeners) throws Exception {
    List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
    try (Server server = new Server(directory.resolve("tomcat"))) {
      for (int i = 0; i < 2; i++) {
        Path root = directory.resolve("war" + i);
        Context context =
            library == Place.OUTSIDE
                ? server.deploy(
                    "/shop",
                    War.alone(root),
                    Server.WITH_LIBRARY,
                    application.getName(),
                    listeners)
                : server.deploy(
                    "/shop", War.whole(root), Server.BARE, application.getName(), listeners);
        assertThat(server.get("/shop/orders")).isEqualTo("correlated traced");
        loaders.add(new WeakReference<>(context.getLoader().getClassLoader()));
        server.undeploy(context);
      }
    }
    return loaders;
  }

  private static void assertCollected(List<WeakReference<ClassLoader>> loaders) {
    await()
        .atMost(Duration.ofSeconds(60)) // on a machine that has other things to do
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
