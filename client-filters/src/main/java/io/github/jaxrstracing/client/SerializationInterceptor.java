// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.EntitySpan;
import io.github.jaxrstracing.GuardedSpan;
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
  private final ClientSettings settings;

  SerializationInterceptor(ClientSettings settings) {
    this.settings = settings;
  }

  @Override
  public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    EntitySpan span = begin("deserialize", context);
    try {
      return context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      span.fail(e);
      throw e;
    } finally {
      span.end();
    }
  }

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    EntitySpan span = begin("serialize", context);
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      span.fail(e);
      throw e;
    } finally {
      span.end();
    }
  }

  private EntitySpan begin(String name, InterceptorContext context) {
    Object span = context.getProperty(CallSpan.PROPERTY);
    return EntitySpan.begin(
        settings.http(),
        name,
        span instanceof GuardedSpan parent ? parent : null,
        context.getMediaType(),
        context.getType());
  }
}
