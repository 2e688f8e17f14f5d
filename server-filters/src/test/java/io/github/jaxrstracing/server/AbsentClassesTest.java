// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.internal.inject.Injections;
import org.glassfish.jersey.model.internal.CommonConfig;
import org.glassfish.jersey.model.internal.ComponentBag;
import org.glassfish.jersey.model.internal.ManagedObjectsFinalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers the feature where its implementation is absent, or is another one than expected. */
class AbsentClassesTest {
  @ParameterizedTest
  @ValueSource(strings = {"org.glassfish.", "jakarta.servlet.", "org.jboss.", "org.apache.cxf."})
  void needsNoClassOfAnImplementationItDoesNotRunOn(String absent) throws Exception {
    List<String> registered = ClassPath.without(absent).call(OnAnUnknownServer.class);

    assertThat(registered)
        .containsExactlyInAnyOrder(
            "UnreadAnnotations",
            "RequestFilter",
            "ResponseFilter",
            "PairAlone",
            "BodyEndInterceptor");
  }

  @Test
  void installsItsHooksOnTheJerseyThatItKnows() throws Exception {
    assertThat(ClassPath.without().call(OnJersey.class))
        .contains("0 warnings", "BoundPair", "JerseyApplication")
        .doesNotContain("PairAlone", "BodyEndInterceptor");
  }

  @ParameterizedTest
  @CsvSource({
    "org.glassfish.jersey.server.ContainerRequest, setWriter",
    "org.glassfish.jersey.message.internal.InboundMessageContext, setWorkers",
    "org.glassfish.jersey.server.ExtendedUriInfo, getMatchedResourceLocators",
    "org.glassfish.jersey.server.monitoring.RequestEvent, getContainerResponse",
  })
  void leavesThePairAloneOnAJerseyWithoutAMember(String type, String member) throws Exception {
    assertThat(ClassPath.withoutMember(type, member).call(OnJersey.class))
        .containsExactlyInAnyOrder(
            "1 warnings",
            "UnreadAnnotations",
            "RequestFilter",
            "ResponseFilter",
            "PairAlone",
            "BodyEndInterceptor");
  }

  @Test
  void leavesThePairAloneOnAJerseyWithoutAClass() throws Exception {
    assertThat(
            ClassPath.without("org.glassfish.jersey.server.monitoring.RequestEventListener")
                .call(OnJersey.class))
        .containsExactlyInAnyOrder(
            "1 warnings",
            "UnreadAnnotations",
            "RequestFilter",
            "ResponseFilter",
            "PairAlone",
            "BodyEndInterceptor");
  }

  @Test
  void asksGrizzlyWhereThereAreNoServlets() throws Exception {
    assertThat(ClassPath.without("jakarta.servlet.").call(OnJersey.class))
        .contains("0 warnings", "JerseyApplication");
  }

  /** Tells what the feature registers on an implementation that it does not know. */
  public static final class OnAnUnknownServer implements Callable<List<String>> {
    @Override
    public List<String> call() {
      List<String> registered = new ArrayList<>();
      Configuration configuration =
          (Configuration)
              Proxy.newProxyInstance(
                  Configuration.class.getClassLoader(),
                  new Class<?>[] {Configuration.class},
                  (proxy, method, arguments) ->
                      method.getName().matches("getInstances|getPropertyNames") ? Set.of() : null);
      FeatureContext context =
          (FeatureContext)
              Proxy.newProxyInstance(
                  FeatureContext.class.getClassLoader(),
                  new Class<?>[] {FeatureContext.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("register")) {
                      registered.add(arguments[0].getClass().getSimpleName());
                      return proxy;
                    }
                    return configuration;
                  });
      new TracingFeature(new MockTracer()).configure(context);
      return registered;
    }
  }

  /** Tells what the feature registers on Jersey. */
  public static final class OnJersey implements Callable<List<String>> {
    @Override
    public List<String> call() {
      List<String> told = new ArrayList<>();
      InjectionManager injectionManager = Injections.createInjectionManager();
      CommonConfig config = new CommonConfig(RuntimeType.SERVER, ComponentBag.INCLUDE_ALL);
      config.register(new TracingFeature(new MockTracer()));
      try (Warnings warnings = new Warnings()) {
        config.configureMetaProviders(
            injectionManager, new ManagedObjectsFinalizer(injectionManager));
        told.add(warnings.take().size() + " warnings");
      }
      config.getInstances().stream()
          .map(Object::getClass)
          .filter(type -> type.getName().startsWith("io.github.jaxrstracing."))
          .filter(type -> type != TracingFeature.class)
          .map(Class::getSimpleName)
          .forEach(told::add);
      return told;
    }
  }
}
