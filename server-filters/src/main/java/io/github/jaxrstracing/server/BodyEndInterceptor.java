// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/** Ends a request with the body of its response, where no hooks tell the end. */
@Priority(Integer.MIN_VALUE)
final class BodyEndInterceptor implements WriterInterceptor {
  private final FilterPair pair;

  BodyEndInterceptor(FilterPair pair) {
    this.pair = pair;
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    RequestTrace trace = pair.of(context);
    if (trace == null) {
      context.proceed();
      return;
    }
    trace.open(Bracket.RESPONSE);
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      trace.bodyFailed(e);
      trace.close(Bracket.RESPONSE);
      trace.endedAsAnswered(false);
      throw e;
    }
    trace.close(Bracket.RESPONSE);
    trace.endedAsAnswered(true);
  }
}
