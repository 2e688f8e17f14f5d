// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registers the feature where Jersey is absent, or is another one than its hooks expect. */
class AbsentJerseyTest {
  @Test
  void featureNeedsNoClassOfJersey() throws Exception {
    List<String> registered = runIn(new Hiding("org.glassfish."), OnAnotherImplementation.class);

    assertThat(registered).containsExactly("CallRequestFilter", "CallResponseFilter");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.glassfish.jersey.client.spi.PostInvocationInterceptor$ExceptionContext",
        "org.glassfish.jersey.InjectionManagerProvider"
      })
  void hooksThatMissAMemberLeaveThePairAlone(String type) throws Exception {
    List<String> registered = runIn(new Renaming(type), OnJersey.class);

    assertThat(registered)
        .containsExactly("1 span", "1 warning", "CallRequestFilter", "CallResponseFilter");
  }

  @Test
  void hooksThatMissNothingAreInstalled() throws Exception {
    List<String> registered = runIn(new Renaming("none"), OnJersey.class);

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

  @SuppressWarnings("unchecked")
  private static List<String> runIn(
      URLClassLoader loader, Class<? extends Callable<List<String>>> application) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try (loader) {
      Class<?> inside = loader.loadClass(application.getName());
      return ((Callable<List<String>>) inside.getConstructor().newInstance()).call();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** An implementation that nobody knows registers what it is given. */
  public static final class OnAnotherImplementation implements Callable<List<String>> {
    private final List<String> registered = new ArrayList<>();

    @Override
    public List<String> call() {
      new ClientTracingFeature(new MockTracer()).configure(context());
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
          (method, argument) -> method.equals("getInstances") ? Set.of() : null);
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

  /** This class path without some classes. */
  private static final class Hiding extends URLClassLoader {
    private final String prefix;

    private Hiding(String prefix) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.prefix = prefix;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith(prefix)) {
        throw new ClassNotFoundException(name);
      }
      return super.findClass(name);
    }
  }

  /** This class path, where the methods that the hooks use have other names in one class. */
  private static final class Renaming extends URLClassLoader {
    private final String type;

    private Renaming(String type) {
      super(classPath(), ClassLoader.getPlatformClassLoader());
      this.type = type;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (!name.equals(type)) {
        return super.findClass(name);
      }
      try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
        // One character for another keeps all lengths in the constant pool.
        byte[] renamed =
            new String(file.readAllBytes(), StandardCharsets.ISO_8859_1)
                .replace("getThrowables", "getThrowablez")
                .replace("getInjectionManager", "getInjectionManagez")
                .getBytes(StandardCharsets.ISO_8859_1);
        return defineClass(name, renamed, 0, renamed.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  private static URL[] classPath() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator))
        .map(AbsentJerseyTest::url)
        .toArray(URL[]::new);
  }

  private static URL url(String element) {
    try {
      return Path.of(element).toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
