// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import io.opentracing.mock.MockTracer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/**
 * The tracer of one war. The TCK calls {@code MockTracer} methods on the class of what it gets
 * injected, so the bean is a singleton, which has no proxy; as an alternative with a priority it
 * wins over a tracer bean of the library.
 */
@Alternative
@Dependent
@Priority(Integer.MAX_VALUE)
class MockTracerProducer {

  @Produces
  @Singleton
  MockTracer tracer() {
    return new MockTracer();
  }
}
