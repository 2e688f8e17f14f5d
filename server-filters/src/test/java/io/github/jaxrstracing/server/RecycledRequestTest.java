// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A request that its container has taken back, which an asynchronous answer may meet. */
class RecycledRequestTest {
  @Test
  void hasNoSpan() {
    assertThat(TracingFeature.spanOf(recycled(ContainerRequestContext.class, null))).isNull();
    assertThat(TracingFeature.spanOf(recycled(WriterInterceptorContext.class, null))).isNull();
  }

  @Test
  void isWrittenAllTheSame() throws Exception {
    AtomicBoolean proceeded = new AtomicBoolean();

    new SerializationInterceptor()
        .aroundWriteTo(recycled(WriterInterceptorContext.class, proceeded));

    assertThat(proceeded).isTrue();
  }

  @Test
  void isReadAllTheSame() throws Exception {
    AtomicBoolean proceeded = new AtomicBoolean();

    new SerializationInterceptor()
        .aroundReadFrom(recycled(ReaderInterceptorContext.class, proceeded));

    assertThat(proceeded).isTrue();
  }

  private static <T> T recycled(Class<T> type, AtomicBoolean proceeded) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "getProperty" -> throw new NullPointerException("recycled");
                  case "getType" -> String.class;
                  case "proceed" -> {
                    proceeded.set(true);
                    yield null;
                  }
                  default -> null;
                }));
  }
}
