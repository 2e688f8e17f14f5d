// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A session that a server writes to disk takes its beans and their interceptors with it. */
class PassivationTest {
  @AfterEach
  void forgetTheGlobalTracer() {
    GlobalTracerTestUtil.resetGlobalTracer();
  }

  @SessionScoped
  @Traced
  public static class Cart implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    @SuppressWarnings("serial") // the container's proxy is serializable
    Tracer tracer;

    public void add() {}
  }

  @Test
  void isSurvived() throws Exception {
    MockTracer tracer = new MockTracer();
    GlobalTracer.registerIfAbsent(tracer);
    try (SeContainer container =
        SeContainerInitializer.newInstance().addBeanClasses(Cart.class).initialize()) {
      Cart cart = create(container.getBeanManager());
      cart.add();

      Cart activated = activated(passivated(cart));
      activated.add();
      activated.tracer.buildSpan("by hand").start().finish();

      assertThat(activated).isNotSameAs(cart);
      assertThat(tracer.finishedSpans()).hasSize(3);
    }
  }

  private static Cart create(BeanManager manager) {
    @SuppressWarnings("unchecked")
    Bean<Cart> bean = (Bean<Cart>) manager.resolve(manager.getBeans(Cart.class));
    CreationalContext<Cart> context = manager.createCreationalContext(bean);
    return bean.create(context);
  }

  private static byte[] passivated(Cart cart) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(cart);
    }
    return bytes.toByteArray();
  }

  private static Cart activated(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return (Cart) in.readObject();
    }
  }
}
