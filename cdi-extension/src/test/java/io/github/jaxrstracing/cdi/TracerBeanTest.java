// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TracerBeanTest {
  private final MockTracer tracer = new MockTracer();

  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  private static SeContainerInitializer cdi(Class<?>... beans) {
    return SeContainerInitializer.newInstance().addBeanClasses(User.class).addBeanClasses(beans);
  }

  @ApplicationScoped
  public static class User {
    @Inject Tracer tracer;
    @Inject Instance<Span> active;

    @Traced
    public Span active() {
      return active.get();
    }

    public Span activeUntraced() {
      return active.get();
    }

    public void trace() {
      tracer.buildSpan("by hand").start().finish();
    }
  }

  @Test
  void isTheGlobalTracerWhereTheApplicationHasNone() {
    GlobalTracer.registerIfAbsent(tracer);
    try (SeContainer container = cdi().initialize()) {
      container.select(User.class).get().trace();
      container.select(User.class).get().active();
    }

    assertThat(tracer.finishedSpans()).hasSize(2);
  }

  @Test
  void isTheGlobalTracerThatIsRegisteredLater() {
    try (SeContainer container = cdi().initialize()) {
      container.select(User.class).get().trace();
      GlobalTracer.registerIfAbsent(tracer);
      container.select(User.class).get().trace();
      container.select(User.class).get().active();
    }

    assertThat(tracer.finishedSpans()).hasSize(2);
  }

  @Dependent
  public static class Producer {
    static final AtomicInteger PRODUCED = new AtomicInteger();

    @Produces
    Tracer tracer() {
      PRODUCED.incrementAndGet();
      return new MockTracer();
    }
  }

  @Test
  void yieldsToAProducer() {
    GlobalTracer.registerIfAbsent(tracer);
    try (SeContainer container = cdi(Producer.class).initialize()) {
      container.select(User.class).get().trace();
      container.select(User.class).get().active();
    }

    assertThat(tracer.finishedSpans()).isEmpty();
  }

  @Test
  void asksADependentProducerOnceForAllThatIsTraced() {
    try (SeContainer container = cdi(Producer.class).initialize()) {
      Producer.PRODUCED.set(0);
      BeanManager manager = container.getBeanManager();

      Tracer first = new CdiEnvironment().tracer();
      Tracer second = new CdiEnvironment().tracer();

      assertThat(first).isNotNull().isSameAs(second);
      assertThat(TracingExtension.tracingIn(manager).tracerOrGlobal()).isSameAs(first);
      assertThat(Producer.PRODUCED).hasValue(1);
    }
  }

  /** Adds a bean that only ProcessSyntheticBean tells of, and that late. */
  static final class OtherExtension implements Extension {
    private final Tracer tracer;

    OtherExtension(Tracer tracer) {
      this.tracer = tracer;
    }

    void add(@Observes AfterBeanDiscovery event) {
      event
          .<Tracer>addBean()
          .addTransitiveTypeClosure(Tracer.class)
          .scope(ApplicationScoped.class)
          .createWith(context -> tracer);
    }
  }

  @Test
  void yieldsToABeanOfAnotherExtension() {
    GlobalTracer.registerIfAbsent(new MockTracer());
    try (SeContainer container = cdi().addExtensions(new OtherExtension(tracer)).initialize()) {
      container.select(User.class).get().trace();
      container.select(User.class).get().active();
    }

    assertThat(tracer.finishedSpans()).hasSize(2);
  }

  @Test
  void isNotWhatAFeatureFinds() {
    try (SeContainer container = cdi().initialize()) {
      assertThat(container.select(Tracer.class).isResolvable()).isTrue();
      assertThat(new CdiEnvironment().tracer()).isNull();
    }
  }

  @Test
  void givesTheActiveSpan() {
    GlobalTracer.registerIfAbsent(tracer);
    try (SeContainer container = cdi().initialize()) {
      User user = container.select(User.class).get();

      assertThat(user.active().context()).isSameAs(tracer.finishedSpans().get(0).context());
    }
  }

  @Test
  void givesNullWhereNoSpanIsActive() {
    GlobalTracer.registerIfAbsent(tracer);
    try (SeContainer container = cdi().initialize()) {
      assertThat(container.select(User.class).get().activeUntraced()).isNull();
      Scope scope = tracer.activateSpan(tracer.buildSpan("active").start());
      assertThat(container.select(User.class).get().activeUntraced()).isNotNull();
      scope.close();
    }
  }

  @Test
  void isFoundWhereTheExtensionDoesNotRun() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Producer.class)
            .initialize()) {
      assertThat(TracingExtension.tracingIn(container.getBeanManager())).isNull();
      assertThat(new CdiEnvironment().tracer()).isInstanceOf(MockTracer.class);
    }
  }

  /** Adds a bean whose class was not loaded by the application, as a server does. */
  static final class ServerExtension implements Extension {
    void add(@Observes AfterBeanDiscovery event) {
      event
          .<Tracer>addBean()
          .beanClass(String.class)
          .addTransitiveTypeClosure(Tracer.class)
          .scope(ApplicationScoped.class)
          .createWith(context -> new MockTracer());
    }
  }

  @Test
  void isTheOneOfTheApplicationWhereTheServerHasOneToo() {
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .addBeanClasses(Producer.class)
            .addExtensions(new ServerExtension())
            .initialize()) {
      assertThat(container.getBeanManager().getBeans(Tracer.class)).hasSize(2);
      Producer.PRODUCED.set(0);

      assertThat(new CdiEnvironment().tracer()).isInstanceOf(MockTracer.class);
      assertThat(Producer.PRODUCED).hasValue(1);
    }
  }

  @Test
  void findsNothingWithoutAContainer() {
    assertThat(new CdiEnvironment().tracer()).isNull();
  }
}
