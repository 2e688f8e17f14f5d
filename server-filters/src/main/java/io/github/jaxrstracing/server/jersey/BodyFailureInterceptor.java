// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.RequestTrace;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Sees why the body of a response broke off: Jersey never tells anybody after its first byte. */
@Priority(Integer.MIN_VALUE)
final class BodyFailureInterceptor implements WriterInterceptor {
  private final FilterPair pair;

  BodyFailureInterceptor(FilterPair pair) {
    this.pair = pair;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      RequestTrace trace = pair.of(context);
      if (trace != null) {
        trace.bodyFailed(JerseyRequest.unwrapped(e));
      }
      throw e;
    }
  }
}
