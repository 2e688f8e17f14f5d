// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs applications on class paths from which some of the optional APIs are missing. */
class AbsentApiTest {
  @ParameterizedTest
  @CsvSource({
    "microprofile-config-api, GET:io.github.jaxrstracing.cdi.AbsentApiTest$Orders.get",
    "microprofile-rest-client-api, GET:io.github.jaxrstracing.cdi.AbsentApiTest$Orders.get",
    "microprofile-opentracing-api, GET:/rest/orders",
    "microprofile-, GET:/rest/orders",
    "weld-, GET:io.github.jaxrstracing.cdi.AbsentApiTest$Orders.get",
    "'weld-,jersey-cdi,jersey-weld,cdi-api,interceptor-api',"
        + " GET:io.github.jaxrstracing.cdi.AbsentApiTest$Orders.get",
    "'weld-,jersey-cdi,jersey-weld,cdi-api,interceptor-api,microprofile-', GET:/rest/orders"
  })
  void isNotMissed(String absent, String operationName) throws Exception {
    try (URLClassLoader loader = without(absent.split(","))) {
      Object application =
          loader.loadClass(Application.class.getName()).getConstructor().newInstance();

      @SuppressWarnings("unchecked")
      Function<String, String> run = (Function<String, String>) application;

      assertThat(run.apply("")).isEqualTo(operationName);
    }
  }

  private static URLClassLoader without(String... jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    List<String> left = new ArrayList<>(List.of(jars));
    String classPath = System.getProperty("java.class.path");
    for (String element : classPath.split(System.getProperty("path.separator"))) {
      String name = java.nio.file.Path.of(element).getFileName().toString();
      List<String> matching = List.of(jars).stream().filter(name::contains).toList();
      left.removeAll(matching);
      if (matching.isEmpty()) {
        urls.add(java.nio.file.Path.of(element).toUri().toURL());
      }
    }
    assertThat(left).as("what was to be left out").isEmpty();
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }

  /** Answers with the name of the span of one request; with the context class loader its own. */
  public static final class Application implements Function<String, String> {
    @Override
    public String apply(String nothing) {
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      Thread.currentThread().setContextClassLoader(Application.class.getClassLoader());
      try {
        MockTracer tracer = new MockTracer();
        io.opentracing.util.GlobalTracer.registerIfAbsent(tracer);
        ApplicationHandler handler = new ApplicationHandler(new ResourceConfig(Orders.class));
        handler.apply(request(handler)).get();
        return tracer.finishedSpans().get(0).operationName();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    }

    private static ContainerRequest request(ApplicationHandler handler) {
      return new ContainerRequest(
          URI.create("http://localhost/rest/"),
          URI.create("http://localhost/rest/orders"),
          "GET",
          null,
          new MapPropertiesDelegate(),
          handler.getConfiguration());
    }
  }

  /** Answers. */
  @Path("orders")
  public static class Orders {
    @GET
    public String get() {
      return "orders";
    }
  }
}
