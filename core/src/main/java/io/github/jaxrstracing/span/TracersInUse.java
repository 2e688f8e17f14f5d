// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.noop.NoopSpan;
import io.opentracing.noop.NoopTracer;
import io.opentracing.util.GlobalTracer;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The tracers that features have found, for log handlers: a logging framework creates them and can
 * give them no tracer. Asking here never makes one.
 */
public final class TracersInUse {
  // Weak, so that no tracer outlives its application here. Written under the lock of this class.
  private static final List<WeakReference<Tracer>> TRACERS = new CopyOnWriteArrayList<>();

  private TracersInUse() {}

  static synchronized void add(Tracer tracer) {
    TRACERS.removeIf(reference -> reference.get() == null || reference.get() == tracer);
    if (!(tracer instanceof NoopTracer)) {
      TRACERS.add(new WeakReference<>(tracer));
    }
  }

  /**
   * The span that is active on this thread, of any tracer in use and of {@link GlobalTracer}.
   *
   * @param guard takes what a tracer throws
   * @return the span, or {@code null} when none is active
   */
  public static @Nullable Span activeSpan(Guard guard) {
    for (WeakReference<Tracer> reference : TRACERS) {
      Tracer tracer = reference.get();
      Span span = tracer == null ? null : activeSpan(tracer, guard);
      if (span != null) {
        return span;
      }
    }
    return GlobalTracer.isRegistered() ? activeSpan(GlobalTracer.get(), guard) : null;
  }

  private static @Nullable Span activeSpan(Tracer tracer, Guard guard) {
    Span span = new GuardedTracer(tracer, guard).activeSpan();
    return span instanceof NoopSpan ? null : span;
  }
}
