// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import org.jboss.weld.environment.se.WeldSEProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * On a server whose extensions have a manager of their own: on GlassFish it sees no bean of the
 * war, on Payara only the tracer of the server. Two containers stand for the two managers.
 */
class ApplicationManagerTest {
  private final SeContainer application =
      SeContainerInitializer.newInstance()
          .disableDiscovery()
          .addBeanClasses(TracerOfApplication.class)
          .initialize();
  private @Nullable SeContainer extension;

  @AfterEach
  void stop() {
    CDI.setCDIProvider(new WeldSEProvider());
    application.close();
    if (extension != null) {
      extension.close();
    }
  }

  static class TracerOfApplication {
    @Produces
    @Singleton
    MockTracer tracer() {
      return new MockTracer();
    }
  }

  static class TracerOfServer {
    @Produces
    @Singleton
    Tracer tracer() {
      return new MockTracer();
    }
  }

  @ApplicationScoped
  @Traced
  public static class Stock {
    @Inject Instance<Span> active;

    public Span reserve() {
      return active.get();
    }
  }

  @Test
  void isAskedForTheTracer() {
    Stock stock = start(Stock.class);
    CDI.setCDIProvider(() -> new Current(managerOfApplication()));

    Tracer found = new CdiEnvironment().tracer();
    Span active = stock.reserve();

    assertThat(found).isSameAs(tracerOfApplication());
    assertThat(tracerOfApplication().finishedSpans().get(0)).isSameAs(active);
  }

  @Test
  void isAskedBeforeThatOfTheExtension() {
    Stock stock = start(Stock.class, TracerOfServer.class);
    CDI.setCDIProvider(() -> new Current(managerOfApplication()));

    stock.reserve();

    assertThat(new CdiEnvironment().tracer()).isSameAs(tracerOfApplication());
    assertThat(tracerOfApplication().finishedSpans()).hasSize(1);
  }

  @Test
  void isNotTheOneOfAnotherContainer() {
    Stock stock = start(Stock.class, TracerOfServer.class);
    CDI.setCDIProvider(() -> new Current(application.getBeanManager()));

    assertThat(stock.reserve()).isNotNull();

    assertThat(tracerOfApplication().finishedSpans()).isEmpty();
  }

  @Test
  void isNotNeededWhereThatOfTheExtensionSeesTheTracer() {
    Stock stock = start(Stock.class, TracerOfServer.class);
    CDI.setCDIProvider(
        () -> {
          throw new IndexOutOfBoundsException("no container on this thread");
        });

    assertThat(stock.reserve()).isNotNull();
  }

  private Stock start(Class<?>... beans) {
    extension = SeContainerInitializer.newInstance().addBeanClasses(beans).initialize();
    return extension.select(Stock.class).get();
  }

  private MockTracer tracerOfApplication() {
    return application.select(MockTracer.class).get();
  }

  /** Sees the beans of the application and the extensions of its container. */
  private BeanManager managerOfApplication() {
    return (BeanManager)
        Proxy.newProxyInstance(
            BeanManager.class.getClassLoader(),
            new Class<?>[] {BeanManager.class},
            (self, method, arguments) -> {
              SeContainer asked = method.getName().equals("getExtension") ? extension : application;
              try {
                return method.invoke(asked.getBeanManager(), arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  /** Has nothing but a manager. */
  private static final class Current extends CDI<Object> {
    private final BeanManager manager;

    Current(BeanManager manager) {
      this.manager = manager;
    }

    @Override
    public BeanManager getBeanManager() {
      return manager;
    }

    @Override
    public Instance<Object> select(Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U> Instance<U> select(Class<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public <U> Instance<U> select(TypeLiteral<U> type, Annotation... qualifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isUnsatisfied() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isAmbiguous() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void destroy(Object instance) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Handle<Object> getHandle() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterable<? extends Handle<Object>> handles() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Iterator<Object> iterator() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object get() {
      throw new UnsupportedOperationException();
    }
  }
}
