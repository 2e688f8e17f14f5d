// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.FilterPair;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Sees why the body of a response broke off, also where a mapper answers instead. */
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
      record(e);
      throw e;
    }
  }

  private void record(Throwable thrown) {
    try {
      CxfRequest current = CxfRequest.current();
      if (current != null) {
        current.bodyFailed(thrown);
      }
    } catch (Throwable t) {
      pair.guard().caught("Tracing a response", t);
    }
  }
}
