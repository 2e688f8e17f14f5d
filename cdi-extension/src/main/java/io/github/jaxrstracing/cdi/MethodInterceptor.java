// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Traces the business methods it is called for. Each binding has its own subclass: an interceptor
 * with two bindings would want both of them at the method.
 */
class MethodInterceptor implements Serializable {
  private static final long serialVersionUID = 1;

  // A session that is passivated takes its interceptors with it.
  @SuppressWarnings("serial") // the container's own beans are serializable
  private final BeanManager manager;

  private transient @Nullable MethodSpans spans;

  MethodInterceptor(BeanManager manager) {
    this.manager = manager;
  }

  @AroundInvoke
  @Nullable Object trace(InvocationContext invocation) throws Exception {
    MethodSpans known = spans;
    if (known == null) {
      known = MethodSpans.in(manager);
      spans = known;
    }
    return known.trace(invocation);
  }
}
