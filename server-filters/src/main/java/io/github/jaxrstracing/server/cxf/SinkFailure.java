// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks a sink of events why it was closed. It keeps that to itself, and most containers tell a
 * stream that broke off from one that ended as little.
 */
final class SinkFailure {
  private SinkFailure() {}

  /**
   * What an event could not be sent for; null when all was well, or where a sink keeps it
   * elsewhere.
   */
  static @Nullable Throwable of(SseEventSink sink) {
    try {
      Field field = sink.getClass().getDeclaredField("throwable");
      field.setAccessible(true);
      return field.get(sink) instanceof AtomicReference<?> failure
              && failure.get() instanceof Throwable thrown
          ? thrown
          : null;
    } catch (ReflectiveOperationException | RuntimeException notAsExpected) {
      return null;
    }
  }
}
