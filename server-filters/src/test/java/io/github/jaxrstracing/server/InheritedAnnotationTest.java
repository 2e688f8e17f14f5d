// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Annotations of generic superclasses and interfaces, whose parameters have other types there. */
class InheritedAnnotationTest {
  private final TestServer server =
      new TestServer(TracingFeature.builder().traceAll(), Items.class, Parts.class);

  @AfterEach
  void stop() {
    server.close();
  }

  /** Without annotations of Jakarta REST: Jersey does not tell of it. */
  public interface Store<K, V extends Comparable<V>> {
    @Traced(false)
    String byKey(K key);

    @Traced(false)
    String byValue(V value);
  }

  /** A resource method that is not overridden, and one that is. */
  public abstract static class Base<T> implements Store<T, Integer> {
    @Traced(false)
    public String bySuperclass(T key) {
      return "base";
    }

    @Override
    @Path("value/{value}")
    @GET
    public String byValue(@PathParam("value") Integer value) {
      return "value";
    }
  }

  /** Overrides what the superclass declares for any type. */
  @Path("items")
  public static class Items extends Base<String> {
    @Override
    @GET
    @Path("key/{key}")
    public String byKey(@PathParam("key") String key) {
      return "key";
    }

    @Override
    @GET
    @Path("super/{key}")
    public String bySuperclass(@PathParam("key") String key) {
      return "super";
    }

    @GET
    @Path("overloaded/{key}")
    public String byKey(@PathParam("key") Integer key) {
      return "overloaded";
    }
  }

  /** The annotations of Jakarta REST are at the interface, too. */
  public interface PartsApi<T> {
    @GET
    @Path("{part}")
    @Traced(false)
    String get(@PathParam("part") T part);
  }

  /** Has no annotation at its method. */
  @Path("parts")
  public static class Parts implements PartsApi<String> {
    @Override
    public String get(String part) {
      return part;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/items/key/1", "/items/super/1", "/items/value/1", "/parts/1"})
  void isSeenButNotForAnOverloadedMethod(String path) {
    assertThat(server.get(path).statusCode()).isEqualTo(200);
    assertThat(server.get("/items/overloaded/1").statusCode()).isEqualTo(200);

    assertThat(server.span().operationName()).isEqualTo("GET:/api/items/overloaded/{key}");
  }
}
