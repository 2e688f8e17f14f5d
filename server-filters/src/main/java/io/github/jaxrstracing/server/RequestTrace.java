// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Span;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All state of one request, from its arrival to its end; the filters and the hooks find it through
 * one private request property. Not API: only the packages of hooks use it, and they may call in
 * any order and more than once.
 *
 * @hidden
 */
public final class RequestTrace {
  /** The one request property of this module; its owner is this class. */
  static final String PROPERTY = "io.github.jaxrstracing.server.trace";

  /** How far the response is. */
  private enum Progress {
    OPEN,
    STREAMING,
    ANSWERED_BUT_STREAMING,
    ENDED
  }

  private final ServerSettings settings;
  private final ContainerRequestContext request;
  private final Connection connection;
  private final Consumer<RequestTrace> match;
  private final @Nullable RequestTrace outer;
  private final long arrivedMicros = GuardedSpan.nowMicros();
  private final long arrivedNanos = System.nanoTime();

  // Written on the request's thread, before the request is handed to others.
  private @Nullable Endpoint endpoint;
  private List<MatchedMethod> locators = List.of();
  private @Nullable String method;
  private boolean begun;
  private boolean leftToOthers;
  private @Nullable ServerExchange exchange;

  // Written under the lock of this.
  private volatile Progress progress = Progress.OPEN;
  private @Nullable Throwable streamFailure;

  private RequestTrace(
      ServerSettings settings,
      ContainerRequestContext request,
      Connection connection,
      Consumer<RequestTrace> match,
      @Nullable RequestTrace outer) {
    this.settings = settings;
    this.request = request;
    this.connection = connection;
    this.match = match;
    this.outer = outer;
  }

  static RequestTrace arrived(
      ServerSettings settings,
      ContainerRequestContext request,
      Connection connection,
      Consumer<RequestTrace> match) {
    // Servlets share their attributes with what they forward to, and with error pages.
    RequestTrace outer = FilterPair.traceOf(request);
    RequestTrace trace = new RequestTrace(settings, request, connection, match, outer);
    request.setProperty(PROPERTY, trace);
    return trace;
  }

  /** The span, or null when the request is not traced or its span has not begun. */
  @Nullable GuardedSpan guardedSpan() {
    return exchange == null ? null : exchange.guardedSpan();
  }

  /** The parent of the spans of entities, or null when they have none. */
  @Nullable GuardedSpan spanOfEntities() {
    return settings.serializationSpans() ? guardedSpan() : null;
  }

  @Nullable Span span() {
    GuardedSpan span = guardedSpan();
    return span == null ? null : span.span();
  }

  /** Whether the request arrived where these are the settings. */
  boolean isOf(ServerSettings some) {
    return settings.endpoints() == some.endpoints();
  }

  ContainerRequestContext request() {
    return request;
  }

  long arrivedMicros() {
    return arrivedMicros;
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  Connection connection() {
    return connection;
  }

  @Nullable Endpoint endpoint() {
    return endpoint;
  }

  @Nullable RequestTrace outer() {
    return outer;
  }

  String method() {
    return method == null ? request.getMethod() : method;
  }

  /**
   * Notes the HTTP method, where an implementation changes it while it matches.
   *
   * @param received the method that the client sent
   */
  public void received(String received) {
    method = received;
  }

  /**
   * Notes the resource method that the request was matched to, where it is known already.
   *
   * @param key what {@link #matched(Object, Supplier)} was given for an earlier request
   * @return whether it is known
   */
  public boolean matched(Object key) {
    endpoint = settings.endpoints().known(key);
    return endpoint != null;
  }

  /**
   * Notes the resource method that the request was matched to.
   *
   * @param key stands for the method and the way to it; equal for all requests that go there
   * @param source describes it; called once a key
   */
  public void matched(Object key, Supplier<MatchedMethod> source) {
    endpoint = settings.endpoints().of(key, source);
  }

  /**
   * Notes the locators on a way that led nowhere.
   *
   * @param passed the locators, innermost first
   */
  public void unmatched(List<MatchedMethod> passed) {
    locators = passed;
  }

  /**
   * Whether the request has a span.
   *
   * @return {@code false} also before {@link #begin}
   */
  public boolean isTraced() {
    return exchange != null;
  }

  /**
   * Says whether others may answer this request, so that {@link #begin} has to wait.
   *
   * @param left whether it is not known yet whose request it is
   */
  public void leaveToOthers(boolean left) {
    leftToOthers = left;
  }

  /** Decides whether the request is traced, and starts its span; only the first call does. */
  public void begin() {
    if (begun || leftToOthers) {
      return;
    }
    begun = true;
    match.accept(this);
    boolean traced =
        endpoint == null ? settings.endpoints().tracesUnmatched(locators) : endpoint.traced;
    GuardedTracer tracer =
        traced && !settings.skips(request) ? settings.http().tracer().get() : null;
    if (tracer == null) {
      return;
    }
    ServerExchange made = new ServerExchange(settings, this, tracer);
    if (made.start()) {
      exchange = made;
    }
  }

  /**
   * Makes the span active on this thread.
   *
   * @param bracket the part of the way that begins
   */
  public void open(Bracket bracket) {
    if (exchange != null && progress != Progress.ENDED) {
      exchange.workers().current().open(bracket, exchange.guardedSpan());
    }
  }

  /**
   * Makes the span inactive on this thread; brackets within this one are closed first.
   *
   * @param bracket the part of the way that is over
   */
  public void close(Bracket bracket) {
    Worker worker = exchange == null ? null : exchange.workers().known();
    if (exchange != null && worker != null) {
      worker.close(bracket, exchange.guardedSpan());
    }
  }

  /**
   * Notes an exception on this thread, which may be mapped to a response, and tells the trace id
   * where the container may answer now.
   *
   * @param thrown the exception, unwrapped
   */
  public void failed(Throwable thrown) {
    if (exchange != null) {
      exchange.writeTraceIdHeader(null);
      exchange.workers().failed(thrown);
    }
  }

  /**
   * Notes that the body of the response could not be written on this thread.
   *
   * @param thrown the exception, unwrapped
   */
  public void bodyFailed(Throwable thrown) {
    if (exchange != null) {
      exchange.workers().bodyFailed(thrown);
    }
  }

  /**
   * Takes the response after the response filters: decorators see it, and it tells the trace id.
   */
  void answer(ContainerResponseContext response) {
    if (exchange != null && progress != Progress.ENDED) {
      exchange.writeTraceIdHeader(response);
      exchange.decorate(response);
    }
  }

  /**
   * Notes that this thread writes a response. When several are written, the first one counts.
   *
   * @param response the response
   */
  public void writing(ContainerResponseContext response) {
    if (exchange != null && !(exchange.workers().isAnswered() && isCommitted())) {
      exchange.workers().writes(response);
    }
  }

  /**
   * Notes that the container answers an exception of this thread on its own.
   *
   * @param status the status code of its answer
   */
  public void answeredByContainer(int status) {
    if (exchange != null && !isCommitted()) {
      exchange.workers().leavesTo(status);
    }
  }

  /** Notes that the container is about to send the response that was written. */
  public void sending() {
    if (exchange != null && exchange.workers().isUndecided()) {
      exchange.workers().sends(connectionStatus());
    }
  }

  /**
   * Notes that the container answers on its own, whatever response was written before.
   *
   * @param status the status code that the client gets
   */
  public void sentByContainer(int status) {
    if (exchange != null) {
      exchange.workers().sends(status);
    }
  }

  private boolean isCommitted() {
    try {
      return connection.isCommitted();
    } catch (RuntimeException recycled) {
      // The other thread was so much faster that the container has taken its request back.
      return true;
    }
  }

  private int connectionStatus() {
    try {
      return connection.status();
    } catch (RuntimeException recycled) {
      return 0;
    }
  }

  /** Notes that a stream begins, which goes on after {@link #ended}: the span ends with it. */
  public synchronized void streaming() {
    if (progress == Progress.OPEN) {
      progress = Progress.STREAMING;
    }
  }

  /**
   * Notes that the stream is over.
   *
   * @param thrown what broke it off, unwrapped, or {@code null}
   */
  public void streamEnded(@Nullable Throwable thrown) {
    synchronized (this) {
      if (progress != Progress.STREAMING && progress != Progress.ANSWERED_BUT_STREAMING) {
        return;
      }
      if (streamFailure == null) {
        streamFailure = thrown;
      }
      if (progress == Progress.STREAMING) {
        progress = Progress.OPEN;
        return;
      }
      progress = Progress.ENDED;
    }
    finish();
  }

  /**
   * Whether {@link #ended} was called and only the stream goes on.
   *
   * @return whether {@link #streamEnded} is still to come
   */
  public boolean isStreamingStill() {
    return progress == Progress.ANSWERED_BUT_STREAMING;
  }

  /**
   * Whether the span is finished.
   *
   * @return {@code true} after the end, also of a request that is not traced
   */
  public boolean isEnded() {
    return progress == Progress.ENDED;
  }

  /**
   * Ends the request, or leaves that to the stream. Only the first call counts.
   *
   * @param status the status code, where nobody told a response that was written
   * @param isWritten whether its body was written
   */
  public void ended(int status, boolean isWritten) {
    synchronized (this) {
      if (progress != Progress.OPEN && progress != Progress.STREAMING) {
        return;
      }
      if (exchange != null) {
        exchange.workers().recordEnd(exchange, status, isWritten);
      }
      if (progress == Progress.STREAMING) {
        progress = Progress.ANSWERED_BUT_STREAMING;
        return;
      }
      progress = Progress.ENDED;
    }
    finish();
  }

  /** Ends the request with the status of the response that this thread has written. */
  void endedAsAnswered(boolean isWritten) {
    Worker current = exchange == null ? null : exchange.workers().known();
    ContainerResponseContext written = current == null ? null : current.answer;
    ended(written == null ? 0 : written.getStatus(), isWritten);
  }

  private void finish() {
    if (exchange != null) {
      if (streamFailure != null) {
        exchange.brokenOff(streamFailure);
      }
      exchange.finish();
    }
    if (outer != null) {
      // What was dispatched is over; the request that dispatched it goes on.
      restore(outer);
    }
  }

  private void restore(RequestTrace dispatching) {
    try {
      request.setProperty(PROPERTY, dispatching);
    } catch (RuntimeException recycled) {
      // Nobody looks for the trace of a request that the container has taken back.
    }
  }
}
