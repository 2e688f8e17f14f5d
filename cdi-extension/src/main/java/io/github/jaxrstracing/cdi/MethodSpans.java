// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.TracerSource;
import io.github.jaxrstracing.span.WorkSpan;
import io.opentracing.Scope;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.interceptor.InvocationContext;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** The spans of business methods. */
final class MethodSpans {
  private static final String TRACED = "io.github.jaxrstracing.cdi.traced";

  private final TracerSource tracer;
  private final MethodSwitch methodSwitch;
  private final MethodNames names;

  MethodSpans(TracerSource tracer, MethodSwitch methodSwitch, BeanManager manager) {
    this.tracer = tracer;
    this.methodSwitch = methodSwitch;
    this.names = new MethodNames(tracer.guard(), manager);
  }

  static MethodSpans in(BeanManager manager) {
    ContainerTracing tracing = TracingExtension.tracingIn(manager);
    if (tracing == null) {
      throw new IllegalStateException("The interceptor is there, the extension is not.");
    }
    return tracing.methodSpans();
  }

  @Nullable Object trace(InvocationContext invocation) throws Exception {
    GuardedTracer found = methodSwitch.isOn() ? tracer.get() : null;
    String name = found == null ? null : nameOf(invocation);
    if (found == null || name == null) {
      return invocation.proceed();
    }
    WorkSpan span = new WorkSpan(found, name, found.activeContext());
    Scope scope = span.begin();
    Object result;
    try {
      result = proceedMarked(invocation);
    } catch (Throwable t) {
      found.close(scope);
      end(span, t);
      throw t;
    }
    found.close(scope);
    endWith(result, span);
    return result;
  }

  // Null when this method is not traced, or is already: one that has both our annotation and
  // MicroProfile's comes by twice in one call.
  private @Nullable String nameOf(InvocationContext invocation) {
    try {
      return invocation.getContextData().containsKey(TRACED)
          ? null
          : names.of(invocation.getTarget().getClass(), invocation.getMethod());
    } catch (Throwable t) {
      tracer.guard().caught("Tracing a business method", t);
      return null;
    }
  }

  // The mark is taken back: an interceptor before ours may call the method again.
  private static @Nullable Object proceedMarked(InvocationContext invocation) throws Exception {
    invocation.getContextData().put(TRACED, true);
    try {
      return invocation.proceed();
    } finally {
      invocation.getContextData().remove(TRACED);
    }
  }

  // What the method returned is given to its caller as it is, never wrapped: a caller may cast,
  // compare or cancel it. A Future that is no CompletionStage has no completion callback, so that
  // its span ends here, with the method; only how it ended is known if it is done already.
  private void endWith(@Nullable Object result, WorkSpan span) {
    try {
      if (result instanceof CompletionStage<?> stage) {
        CompletionStage<?> unused = stage.whenComplete((value, thrown) -> end(span, thrown));
        return;
      }
      if (result instanceof Future<?> future && future.isDone()) {
        end(span, failureOf(future));
        return;
      }
    } catch (Throwable t) {
      tracer.guard().caught("The result of a business method", t);
    }
    end(span, null);
  }

  private static @Nullable Throwable failureOf(Future<?> done) throws InterruptedException {
    try {
      Object unused = done.get();
      return null;
    } catch (ExecutionException | CancellationException e) {
      return e;
    }
  }

  private static void end(WorkSpan span, @Nullable Throwable thrown) {
    span.end(thrown == null ? null : GuardedSpan.unwrap(thrown, CompletionException.class));
  }
}
