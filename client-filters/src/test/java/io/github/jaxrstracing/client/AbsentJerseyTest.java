// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Registers the feature where Jersey is absent, or is another one than its hooks expect. */
class AbsentJerseyTest {
  @Test
  void featureNeedsNoClassOfJersey() throws Exception {
    List<String> registered =
        ClassPath.without("org.glassfish.").call(OnAnotherImplementation.class);

    assertThat(registered)
        .containsExactly("CallRequestFilter", "CallResponseFilter", "1 warning: has no hooks");
  }

  @ParameterizedTest
  @CsvSource({
    "org.glassfish.jersey.client.spi.PostInvocationInterceptor$ExceptionContext, getThrowables",
    "org.glassfish.jersey.InjectionManagerProvider, getInjectionManager",
  })
  void hooksThatMissAMemberLeaveThePairAlone(String type, String member) throws Exception {
    List<String> registered = ClassPath.withoutMember(type, member).call(OnJersey.class);

    assertThat(registered)
        .containsExactly("1 span", "1 warning", "CallRequestFilter", "CallResponseFilter");
  }

  @Test
  void hooksThatMissNothingAreInstalled() throws Exception {
    List<String> registered = ClassPath.without().call(OnJersey.class);

    assertThat(registered)
        .containsExactly(
            "1 span",
            "0 warning",
            "CallInterceptor",
            "CallRequestFilter",
            "CallResponseFilter",
            "CallbackExecutor",
            "RxInvokers");
  }

  /** An implementation that nobody knows registers what it is given. */
  public static final class OnAnotherImplementation implements Callable<List<String>> {
    private final List<String> registered = new ArrayList<>();

    @Override
    public List<String> call() {
      ClientTracingFeature feature = new ClientTracingFeature(new MockTracer());
      try (Warnings warnings = new Warnings()) {
        feature.configure(context());
        List<String> told = warnings.take();
        registered.add(
            told.size()
                + " warning: "
                + (told.toString().contains("has no hooks for the client of")
                    ? "has no hooks"
                    : told));
      }
      return registered;
    }

    private FeatureContext context() {
      return proxy(
          FeatureContext.class,
          (method, argument) -> {
            if (method.equals("getConfiguration")) {
              return configuration();
            }
            registered.add(argument.getClass().getSimpleName());
            return null;
          });
    }

    private static Configuration configuration() {
      return proxy(
          Configuration.class,
          (method, argument) -> method.matches("getInstances|getPropertyNames") ? Set.of() : null);
    }

    private interface Answer {
      Object to(String method, Object argument);
    }

    private static <T> T proxy(Class<T> type, Answer answer) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) ->
                  answer.to(method.getName(), arguments == null ? null : arguments[0])));
    }
  }

  /** A call on Jersey, and what of this library was registered for it. */
  public static final class OnJersey implements Callable<List<String>> {
    @Override
    public List<String> call() {
      MockTracer tracer = new MockTracer();
      List<String> registered = new ArrayList<>();
      try (Warnings warnings = new Warnings()) {
        Client client =
            ClientBuilder.newBuilder()
                .register(new ClientTracingFeature(tracer))
                .register(
                    (ClientRequestFilter)
                        request -> {
                          registered.addAll(registered(request.getConfiguration()));
                          request.abortWith(Response.ok().build());
                        })
                .build();
        client.target("http://a.invalid").request().get().close();
        client.close();
        registered.add(0, tracer.finishedSpans().size() + " span");
        registered.add(1, warnings.messages().size() + " warning");
      }
      return registered;
    }

    private static List<String> registered(Configuration configuration) {
      return configuration.getInstances().stream()
          .map(Object::getClass)
          .filter(type -> type.getName().startsWith("io.github.jaxrstracing."))
          .filter(type -> !type.isSynthetic() && type.getEnclosingClass() == null)
          .filter(type -> type != ClientTracingFeature.class)
          .map(Class::getSimpleName)
          .sorted()
          .toList();
    }
  }
}
