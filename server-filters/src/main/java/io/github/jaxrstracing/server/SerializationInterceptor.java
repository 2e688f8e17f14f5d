// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.EntitySpan;
import io.github.jaxrstracing.span.GuardedSpan;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.InterceptorContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives reading and writing of an entity spans of their own, innermost, without other codecs. */
@Priority(Integer.MAX_VALUE)
final class SerializationInterceptor implements ReaderInterceptor, WriterInterceptor {
  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    return around("deserialize", context, context::proceed);
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    around(
        "serialize",
        context,
        () -> {
          context.proceed();
          return null;
        });
  }

  private @Nullable Object around(String name, InterceptorContext context, EntitySpan.Work work)
      throws IOException {
    RequestTrace trace = FilterPair.traceOf(context);
    GuardedSpan request = trace == null ? null : trace.spanOfEntities();
    return EntitySpan.around(name, request, context.getMediaType(), context.getType(), work);
  }
}
