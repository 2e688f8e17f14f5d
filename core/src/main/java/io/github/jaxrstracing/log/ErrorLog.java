// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.TracersInUse;
import io.opentracing.Span;
import io.opentracing.log.Fields;
import io.opentracing.tag.Tags;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts one event of a logging framework on the active span; the handlers share it. */
final class ErrorLog {
  private static final Guard GUARD = new Guard();

  // Set while this thread is in here: what a tracer logs meanwhile must not come in again.
  private static final ThreadLocal<Boolean> BUSY = new ThreadLocal<>();

  private ErrorLog() {}

  /**
   * Logs an event on the active span, if there is one.
   *
   * @param message formats the message; called only when a span is active
   * @param level the level as its framework names it
   * @param logger the name of the logger
   * @param error the exception of the event
   * @param errorTag whether the span gets the tag {@code error}
   */
  static void record(
      Supplier<@Nullable String> message,
      String level,
      @Nullable String logger,
      @Nullable Throwable error,
      boolean errorTag) {
    if (BUSY.get() != null) {
      return;
    }
    BUSY.set(true);
    try {
      Span span = TracersInUse.activeSpan(GUARD);
      if (span != null) {
        span.log(fields(message.get(), level, logger, error));
        if (errorTag) {
          span.setTag(Tags.ERROR.getKey(), true);
        }
      }
    } catch (Throwable t) {
      GUARD.caught("Logging an event on the active span", t);
    } finally {
      BUSY.remove();
    }
  }

  private static Map<String, Object> fields(
      @Nullable String message, String level, @Nullable String logger, @Nullable Throwable error) {
    Map<String, Object> fields = new HashMap<>();
    fields.put(Fields.EVENT, "error");
    fields.put("level", level);
    if (message != null) {
      fields.put(Fields.MESSAGE, message);
    }
    if (logger != null) {
      fields.put("logger", logger);
    }
    if (error != null) {
      fields.put(Fields.ERROR_KIND, error.getClass().getName());
      fields.put(Fields.ERROR_OBJECT, error);
      fields.put(Fields.STACK, stack(error));
    }
    return fields;
  }

  private static String stack(Throwable error) {
    StringWriter stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack, true));
    return stack.toString();
  }
}
