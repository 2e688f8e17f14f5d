// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ServerHooks;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/**
 * The hooks into CXF 4.1 and 4.2: the chain of interceptors of each request tells its end, its
 * faults and the thread of its method; the invoker of the service tells the exceptions of methods.
 *
 * @hidden
 */
public final class CxfHooks implements ServerHooks {
  /** Called by service loading. */
  public CxfHooks() {}

  @Override
  public boolean fits(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.apache.cxf.");
  }

  @Override
  public void install(FeatureContext context, FilterPair pair) throws ReflectiveOperationException {
    CxfMembers.needed();
    boolean yields = context.getConfiguration().getProperty(CxfDiscovery.YIELDS) != null;
    int first = yields ? Integer.MIN_VALUE + 1 : Integer.MIN_VALUE;
    context.register(new ArrivalFilter(pair), first);
    context.register(new AnswerFilter(pair));
    context.register(new BodyFailureInterceptor(pair));
    context.register(new AnnotationCheck(pair));
  }
}
