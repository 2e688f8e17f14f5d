// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import org.jspecify.annotations.Nullable;

/**
 * The state of one call, from the thread that makes it to its response or exception. This is not
 * API: the hooks of an implementation tell it how the call ended. No method throws.
 *
 * @hidden
 */
public final class CallTrace {
  /** The one request property of this module that is not API; {@link ClientHooks} alone uses it. */
  static final String PROPERTY = "io.github.jaxrstracing.client.call";

  private enum State {
    CALLED,
    STARTED,
    ENDED
  }

  private final ClientSettings settings;
  private final GuardedTracer tracer;
  private final ClientRequestContext request;
  private final @Nullable SpanContext caller;
  private final long calledNanos = System.nanoTime();

  // A call goes from thread to thread, and only the one that has it writes here. An implementation
  // may tell the end of a call on two threads: the second one finds it ended.
  private volatile State state = State.CALLED;
  private @Nullable CallExchange exchange;

  CallTrace(
      ClientSettings settings,
      GuardedTracer tracer,
      ClientRequestContext request,
      @Nullable SpanContext caller) {
    this.settings = settings;
    this.tracer = tracer;
    this.request = request;
    this.caller = caller;
  }

  boolean hasStarted() {
    return state != State.CALLED;
  }

  /** Starts the span and puts its context on the wire. */
  void startSpan(ClientRequestContext sent) {
    long now = System.nanoTime();
    if (hasStarted() || !CallOptions.isTraced(sent, guard())) {
      return;
    }
    CallExchange started = startSpan(new CallExchange(settings, tracer, sent), now);
    if (started.started() != null && mayPropagate(sent)) {
      started.inject(new InjectCarrier(sent.getHeaders(), guard()));
    }
  }

  // The properties of the call are read only now: a filter that ran before may have set them.
  private CallExchange startSpan(CallExchange started, long startNanos) {
    exchange = started;
    state = State.STARTED;
    SpanContext given = CallOptions.parent(started.request(), guard());
    started.startSpan(given == null ? caller : given, startNanos);
    return started;
  }

  private boolean mayPropagate(ClientRequestContext sent) {
    try {
      return settings.propagateTo().test(sent.getUri());
    } catch (Throwable t) {
      guard().caught("The predicate of propagateTo", t);
      return false;
    }
  }

  /**
   * The span that those of reading and writing entities belong to, or null where there are none.
   */
  @Nullable GuardedSpan parentOfEntitySpans() {
    return settings.serializationSpans() ? exchange : null;
  }

  /**
   * Records how the call was answered; only the first response of a call that has started counts.
   */
  void recordResponse(ClientResponseContext response) {
    CallExchange known = exchange;
    if (known == null || state != State.STARTED || known.isAnswered()) {
      return;
    }
    try {
      known.recordResponse(response);
    } catch (Throwable t) {
      guard().caught("Reading a response", t);
    }
    Span started = known.started();
    if (started != null) {
      settings.decorators().onResponse(known.request(), response, started);
    }
  }

  /**
   * Ends the span of a call that was answered. A call that was answered before it was sent has
   * none.
   *
   * @param response the response; one that was recorded before counts instead
   */
  public void endWithResponse(ClientResponseContext response) {
    try {
      recordResponse(response);
    } finally {
      end();
    }
  }

  /**
   * Ends the span of a call that failed, after starting it with the time of the call if it failed
   * before it was sent.
   *
   * @param thrown what was thrown, or {@code null} when that is not known
   * @param response the response, if there was one
   */
  public void endWithFailure(@Nullable Throwable thrown, @Nullable ClientResponseContext response) {
    if (state == State.ENDED) {
      return;
    }
    try {
      CallExchange failed = exchange == null ? startLate() : exchange;
      if (failed == null) {
        return;
      }
      if (response != null && !failed.isAnswered()) {
        failed.recordResponse(response);
      }
      if (thrown != null) {
        failed.recordError(GuardedSpan.unwrap(thrown, ProcessingException.class));
      }
    } catch (Throwable t) {
      guard().caught("Tracing a call that failed", t);
    } finally {
      end();
    }
  }

  private @Nullable CallExchange startLate() {
    if (CallOptions.isTraced(request, guard())) {
      startSpan(new CallExchange(settings, tracer, request), calledNanos);
    }
    return exchange;
  }

  private void end() {
    CallExchange ended = exchange;
    if (ended == null || state == State.ENDED) {
      return;
    }
    state = State.ENDED;
    try {
      ended.end();
    } catch (Throwable t) {
      guard().caught("Tracing a call", t);
    }
  }

  private Guard guard() {
    return settings.guard();
  }
}
