// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import org.eclipse.microprofile.opentracing.Traced;

/** Traces the business methods that have MicroProfile's annotation. */
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
@Traced
class MicroProfileTracedInterceptor extends MethodInterceptor {
  private static final long serialVersionUID = 1;

  @Inject
  MicroProfileTracedInterceptor(BeanManager manager) {
    super(manager);
  }
}
