// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.GuardedSpan;
import io.opentracing.Scope;
import io.opentracing.Tracer;
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
  private final ServerSettings settings;

  SerializationInterceptor(ServerSettings settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    GuardedSpan span = begin("deserialize", context);
    Scope scope = activate(span);
    try {
      return context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      span.fail(e);
      throw e;
    } finally {
      span.close(scope);
      span.finish();
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    GuardedSpan span = begin("serialize", context);
    Scope scope = activate(span);
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      span.fail(e);
      throw e;
    } finally {
      span.close(scope);
      span.finish();
    }
  }

  private GuardedSpan begin(String name, InterceptorContext context) {
    GuardedSpan span = new GuardedSpan(settings.guard());
    try {
      Tracer tracer = settings.http().tracer().get();
      if (tracer != null
          && context.getProperty(RequestSpan.PROPERTY) instanceof RequestSpan parent) {
        span.openChild(tracer, name, parent);
        span.tag("media.type", String.valueOf(context.getMediaType()));
        span.tag("entity.type", context.getType().getName());
        span.start();
      }
    } catch (Throwable t) {
      settings.guard().caught("Tracing an entity", t);
    }
    return span;
  }

  private @Nullable Scope activate(GuardedSpan span) {
    Tracer tracer = settings.http().tracer().get();
    return tracer == null ? null : span.activate(tracer);
  }
}
