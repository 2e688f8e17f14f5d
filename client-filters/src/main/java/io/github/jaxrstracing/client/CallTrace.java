// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.CapturedHeader;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.HttpExchange;
import io.github.jaxrstracing.span.HttpSettings;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.tag.Tags;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call, from the thread that makes it to its response or exception: its state, its span, and
 * the call as vocabularies and operation names see it. It is one object for all three, since each
 * call has one. This is not API: hooks keep it and find it; they tell {@link TracedClient} how the
 * call ended, so that code of the user, which gets this object too, can end nothing.
 *
 * @hidden
 */
public final class CallTrace extends HttpExchange {
  /** The one request property of this module that is not API; {@link ClientHooks} alone uses it. */
  static final String PROPERTY = "io.github.jaxrstracing.client.call";

  private final ClientSettings settings;

  // A call goes from thread to thread, and only the one that has it writes here. An implementation
  // may tell the end of a call on two threads: the second one finds its span finished.
  private ClientRequestContext request;
  private @Nullable Thread callingThread;
  private @Nullable Object caller; // a span, or a context where another thread made the call
  private volatile boolean started;
  private int status;
  private @Nullable ClientResponseContext response;
  private @Nullable Map<String, @Nullable String> captured;
  private @Nullable Throwable error;

  private CallTrace(
      ClientSettings settings,
      GuardedTracer tracer,
      ClientRequestContext request,
      @Nullable Thread callingThread,
      @Nullable Object caller) {
    super(tracer, System.nanoTime());
    this.settings = settings;
    this.request = request;
    this.callingThread = callingThread;
    this.caller = caller;
  }

  /** A call that this thread makes: its parent is the span that is active here. */
  static CallTrace begin(
      ClientSettings settings, GuardedTracer tracer, ClientRequestContext request) {
    return new CallTrace(settings, tracer, request, Thread.currentThread(), tracer.activeSpan());
  }

  /** A call that another thread made. */
  static CallTrace begin(
      ClientSettings settings,
      GuardedTracer tracer,
      ClientRequestContext request,
      @Nullable SpanContext caller) {
    return new CallTrace(settings, tracer, request, null, caller);
  }

  boolean hasStarted() {
    return started;
  }

  /** Starts the span and puts its context on the wire. */
  void startSpan(ClientRequestContext sent) {
    if (started || !CallOptions.isTraced(sent, guard())) {
      return;
    }
    request = sent; // a filter gets another object than Jersey's interceptors
    started = true;
    // The properties of the call are read only now: a filter that ran before may have set them.
    SpanContext given = CallOptions.parent(sent, guard());
    if (given == null && callingThread == Thread.currentThread()) {
      buildBelowActive(name());
    } else {
      buildNow(name(), given == null ? callerContext() : given);
    }
    if (startTagged() != null && mayPropagate()) {
      tracer().inject(context(), new InjectCarrier(sent.getHeaders(), guard()));
    }
  }

  private @Nullable SpanContext callerContext() {
    return caller instanceof Span span
        ? GuardedTracer.contextOf(span, guard())
        : (SpanContext) caller;
  }

  private String name() {
    String given = CallOptions.text(request, guard(), ClientTracingFeature.OPERATION_NAME);
    return given == null || given.isEmpty() ? configuredName() : cut(given);
  }

  private @Nullable Span startTagged() {
    callingThread = null;
    caller = null;
    tagRequest();
    tag(Tags.PEER_SERVICE.getKey(), settings.peerServices().of(this));
    Span span = startSpan();
    if (span != null) {
      settings.decorators().onRequest(request, span);
    }
    return span;
  }

  private boolean mayPropagate() {
    try {
      return settings.propagateTo().test(request.getUri());
    } catch (Throwable t) {
      guard().caught("The predicate of propagateTo", t);
      return false;
    }
  }

  /**
   * The span that those of reading and writing entities belong to, or null where there are none.
   */
  @Nullable GuardedSpan parentOfEntitySpans() {
    return settings.serializationSpans() && started ? this : null;
  }

  /**
   * Records how the call was answered; only the first response of a call that has started counts.
   */
  void recordResponse(ClientResponseContext answer) {
    if (!started || isFinished() || response != null) {
      return;
    }
    try {
      take(answer);
    } catch (Throwable t) {
      guard().caught("Reading a response", t);
    }
    Span span = span();
    if (span != null) {
      settings.decorators().onResponse(request, answer, span);
    }
  }

  // What is in the response now counts: filters may replace it.
  private void take(ClientResponseContext answer) {
    response = answer;
    status = answer.getStatus();
    List<CapturedHeader> headers = http().responseHeaders();
    if (headers.isEmpty()) {
      return;
    }
    captured = new HashMap<>();
    for (CapturedHeader header : headers) {
      captured.put(header.name(), answer.getHeaderString(header.name()));
    }
  }

  /** Ends the span of a call that was answered. */
  void endWithResponse(ClientResponseContext answer) {
    if (response == null) {
      endWithLateResponse(answer);
    } else {
      end();
    }
  }

  private void endWithLateResponse(ClientResponseContext answer) {
    try {
      recordResponse(answer);
    } finally {
      end();
    }
  }

  /** Ends the span of a call that failed. */
  void endWithFailure(@Nullable Throwable thrown, @Nullable ClientResponseContext answer) {
    if (isFinished()) {
      return;
    }
    try {
      if (!started && !startLate()) {
        return;
      }
      if (answer != null && response == null) {
        take(answer);
      }
      if (thrown != null) {
        error = unwrap(thrown, ProcessingException.class);
      }
    } catch (Throwable t) {
      guard().caught("Tracing a call that failed", t);
    } finally {
      end();
    }
  }

  private boolean startLate() {
    if (!CallOptions.isTraced(request, guard())) {
      return false;
    }
    started = true;
    SpanContext given = CallOptions.parent(request, guard());
    buildLate(name(), given == null ? callerContext() : given);
    startTagged();
    return true;
  }

  private void end() {
    try {
      finishSpan();
    } catch (Throwable t) {
      guard().caught("Tracing a call", t);
    }
  }

  private Guard guard() {
    return settings.guard();
  }

  @Override
  protected HttpSettings http() {
    return settings.http();
  }

  @Override
  protected void onError(Throwable logged) {
    Span span = span();
    if (span != null) {
      settings.decorators().onError(request, logged, span);
    }
  }

  @Override
  public String spanKind() {
    return Tags.SPAN_KIND_CLIENT;
  }

  @Override
  public String method() {
    return request.getMethod();
  }

  @Override
  protected URI uri() {
    return request.getUri();
  }

  @Override
  public @Nullable String route() {
    String given = CallOptions.text(request, guard(), ClientTracingFeature.ROUTE);
    return given == null ? settings.routes().of(request) : given;
  }

  @Override
  public @Nullable String header(String name) {
    return request.getHeaderString(name);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    if (captured != null && captured.containsKey(name)) {
      return captured.get(name);
    }
    return response == null ? null : response.getHeaderString(name);
  }
}
