// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.Traced;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;

/** Traces the business methods that are {@link Traced}. */
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@Traced
class TracedInterceptor extends MethodInterceptor {
  private static final long serialVersionUID = 1;

  @Inject
  TracedInterceptor(BeanManager manager) {
    super(manager);
  }
}
