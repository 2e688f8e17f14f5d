// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All state of one request, from its arrival to its end; the filters and the hooks find it through
 * one private request property. Not API: only the packages of hooks use it, and they may call in
 * any order and more than once. It is also the carrier from which the tracer reads the parent.
 *
 * @hidden
 */
public class RequestTrace extends Workers implements TextMap {
  /** The one request property of this module; its owner is this class. */
  static final String PROPERTY = "io.github.jaxrstracing.server.trace";

  private final ServerSettings settings;

  // Let go at the end: a server may keep its requests, and their properties, for ever.
  private ReceivedRequest received;

  // Written on the request's thread, before the request is handed to others.
  private @Nullable Endpoint endpoint;
  private boolean tracesUnmatched;
  private boolean isChosen;
  private boolean begun;
  private @Nullable ServerExchange exchange;

  // Written under the lock of this.
  private volatile boolean isStreaming;

  private RequestTrace(ServerSettings settings, ReceivedRequest received) {
    this.settings = settings;
    this.received = received;
  }

  /** The trace of a request of which it is not known yet whether it is traced. */
  static RequestTrace arrived(ServerSettings settings, ReceivedRequest received) {
    RequestTrace trace = kept(settings, received);
    trace.unmatched(List.of());
    return trace;
  }

  private static RequestTrace kept(ServerSettings settings, ReceivedRequest received) {
    // Servlets share their attributes with what they forward to, and with error pages.
    RequestTrace outer = FilterPair.traceOf(received.context());
    RequestTrace trace =
        outer == null
            ? new RequestTrace(settings, received)
            : new Dispatched(settings, received, outer);
    received.context().setProperty(PROPERTY, trace);
    return trace;
  }

  /** The trace of a request that is known to be traced, where it was matched to this. */
  static RequestTrace chosen(
      ServerSettings settings, ReceivedRequest received, @Nullable Endpoint matched) {
    RequestTrace trace = kept(settings, received);
    trace.endpoint = matched;
    trace.isChosen = true;
    return trace;
  }

  /** The parent of the spans of entities, or null when they have none. */
  @Nullable GuardedSpan spanOfEntities() {
    return settings.serializationSpans() ? exchange : null;
  }

  @Nullable Span span() {
    return exchange == null ? null : exchange.started();
  }

  /** The parent of what this request dispatches, or null when that tracer does not know it. */
  @Nullable SpanContext contextFor(GuardedTracer tracer) {
    return exchange == null ? null : exchange.contextFor(tracer);
  }

  /** Whether the request arrived where these are the settings. */
  boolean isOf(ServerSettings some) {
    return settings.endpoints() == some.endpoints();
  }

  ServerSettings settings() {
    return settings;
  }

  ReceivedRequest received() {
    return received;
  }

  /** The headers of the request, as the tracer reads them; none when it is over. */
  @Override
  public Iterator<Map.Entry<String, String>> iterator() {
    ReceivedRequest read = received;
    return read == OverRequest.INSTANCE
        ? Collections.emptyIterator()
        : new ExtractedHeaders(read.context().getHeaders());
  }

  /** Not allowed. */
  @Override
  public void put(String key, String value) {
    throw new UnsupportedOperationException("The headers of a request are only read.");
  }

  ContainerRequestContext request() {
    return received.context();
  }

  @Nullable Endpoint endpoint() {
    return endpoint;
  }

  /** The request that has dispatched this one, or null. */
  @Nullable RequestTrace outer() {
    return null;
  }

  /**
   * Notes the resource method that the request was matched to.
   *
   * @param key stands for the method and the way to it; equal for all requests that go there
   * @param source what {@code description} is made from
   * @param description describes the method; called once a key
   * @param <S> the type of the source
   */
  public <S> void matched(Object key, S source, Function<? super S, MatchedMethod> description) {
    endpoint = settings.endpoints().of(key, source, description);
  }

  /**
   * Notes the locators on a way that led nowhere.
   *
   * @param passed the locators, innermost first
   */
  public void unmatched(List<MatchedMethod> passed) {
    tracesUnmatched = settings.endpoints().tracesUnmatched(passed);
  }

  /**
   * Whether the request has a span.
   *
   * @return {@code false} also before {@link #begin}
   */
  public boolean isTraced() {
    return exchange != null;
  }

  /** Decides whether the request is traced, and starts its span; only the first call does. */
  public void begin() {
    if (begun) {
      return;
    }
    begun = true;
    GuardedTracer tracer = isChosen || choose() ? settings.http().tracer().get() : null;
    if (tracer == null) {
      return;
    }
    ServerExchange made = new ServerExchange(this, tracer);
    if (made.begin()) {
      exchange = made;
    }
  }

  private boolean choose() {
    received.match(this);
    boolean traced = endpoint == null ? tracesUnmatched : endpoint.traced;
    return traced && !settings.skips(request(), endpoint);
  }

  /**
   * Makes the span active on this thread.
   *
   * @param bracket the part of the way that begins
   */
  public void open(Bracket bracket) {
    if (exchange != null && !isEnded()) {
      currentWorker().open(bracket, exchange);
    }
  }

  /**
   * Makes the span inactive on this thread, unless a bracket around this one has made it active.
   *
   * @param bracket the part of the way that is over, with all within it
   */
  public void close(Bracket bracket) {
    Worker worker = exchange == null ? null : knownWorker();
    if (exchange != null && worker != null) {
      worker.close(bracket, exchange);
      forgetWhenOver(worker);
    }
  }

  /**
   * Makes the span inactive where this thread leaves a request that is not answered yet, or has
   * answered it.
   *
   * @param bracket the part of the way that is over; brackets within it, which may have opened a
   *     scope of their own, are left alone
   */
  public void leave(Bracket bracket) {
    Worker worker = exchange == null ? null : knownWorker();
    if (exchange != null && worker != null) {
      worker.leave(bracket, exchange);
      forgetWhenOver(worker);
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
      recordFailure(thrown);
    }
  }

  /**
   * Notes that the body of the response could not be written on this thread.
   *
   * @param thrown the exception, unwrapped
   */
  public void bodyFailed(Throwable thrown) {
    if (exchange != null) {
      recordBodyFailure(thrown);
    }
  }

  /**
   * Takes the response after the response filters: decorators see it, and it tells the trace id.
   *
   * @param response the response
   */
  public void answered(ContainerResponseContext response) {
    ReceivedRequest answered = received;
    if (exchange != null && !isEnded() && answered != OverRequest.INSTANCE) {
      exchange.writeTraceIdHeader(response);
      exchange.decorate(answered.context(), response);
    }
  }

  /**
   * Notes that this thread writes a response. When several are written, the first one counts.
   *
   * @param response the response
   */
  public void writing(ContainerResponseContext response) {
    if (exchange != null && !(isAnswered() && isCommitted())) {
      writes(response);
    }
  }

  /**
   * Notes that the container answers an exception of this thread on its own.
   *
   * @param status the status code of its answer
   */
  public void answeredByContainer(int status) {
    if (exchange != null) {
      boolean isCommitted = isCommitted();
      if (isCommitted && isContested()) {
        recordSent(connectionStatus()); // a response is on its way already, and this one failed
      }
      leavesTo(status, isCommitted);
    }
  }

  /**
   * Asks the container which response it sends, or has sent, where several were written. To be
   * called when one is about to be sent, and when one could not be.
   */
  public void sending() {
    if (exchange == null || !isContested()) {
      return;
    }
    if (isCommitted()) {
      recordSent(connectionStatus());
    } else {
      recordToBeSent(connectionStatus());
    }
  }

  /**
   * Notes that the container answers on its own, whatever response was written before.
   *
   * @param status the status code that the client gets
   */
  public void sentByContainer(int status) {
    if (exchange != null) {
      recordContainer(status);
    }
  }

  private boolean isCommitted() {
    try {
      return received.connection().isCommitted();
    } catch (RuntimeException recycled) {
      // The other thread was so much faster that the container has taken its request back.
      return true;
    }
  }

  private int connectionStatus() {
    try {
      return received.connection().status();
    } catch (RuntimeException recycled) {
      return 0;
    }
  }

  /** Notes that a stream begins, which goes on after {@link #ended}: the span ends with it. */
  public synchronized void streaming() {
    if (!isOver()) {
      isStreaming = true;
    }
  }

  /**
   * Notes that the stream is over.
   *
   * @param thrown what broke it off, unwrapped, or {@code null}
   */
  public void streamEnded(@Nullable Throwable thrown) {
    synchronized (this) {
      if (!isStreaming) {
        return;
      }
      if (exchange != null && thrown != null) {
        exchange.recordBreak(thrown);
      }
      isStreaming = false;
      if (!isOver()) {
        return;
      }
    }
    finish();
  }

  /**
   * Whether {@link #ended} was called and only the stream goes on.
   *
   * @return whether {@link #streamEnded} is still to come
   */
  public boolean isStreamingStill() {
    return isOver() && isStreaming;
  }

  /**
   * Whether the span is finished.
   *
   * @return {@code true} after the end, also of a request that is not traced
   */
  public boolean isEnded() {
    return isOver() && !isStreaming;
  }

  /**
   * Ends the request, or leaves that to the stream. Only the first call counts.
   *
   * @param status the status code, where nobody told a response that was written
   * @param isWritten whether its body was written
   */
  public void ended(int status, boolean isWritten) {
    synchronized (this) {
      boolean isFirst = !isOver();
      if (isFirst) {
        recordEnd(status, isWritten);
      }
      Worker worker = knownWorker();
      if (worker != null) {
        worker.forgetThread();
      }
      if (!isFirst || isStreaming) {
        return;
      }
    }
    finish();
  }

  private void recordEnd(int status, boolean isWritten) {
    if (exchange != null) {
      recordEndIn(exchange, status, isWritten);
    } else {
      over();
    }
  }

  /** Ends the request with the status of the response that this thread has written. */
  void endedAsAnswered(boolean isWritten) {
    Worker current = knownWorker();
    ContainerResponseContext written = current == null ? null : current.answer();
    ended(written == null ? 0 : written.getStatus(), isWritten);
  }

  private void finish() {
    if (exchange != null) {
      exchange.end();
    }
    RequestTrace dispatching = outer();
    if (dispatching != null) {
      // What was dispatched is over; the request that dispatched it goes on.
      restore(dispatching);
    }
    if (exchange != null) {
      received = OverRequest.INSTANCE;
    }
  }

  private void restore(RequestTrace dispatching) {
    try {
      request().setProperty(PROPERTY, dispatching);
    } catch (RuntimeException recycled) {
      // Nobody looks for the trace of a request that the container has taken back.
    }
  }

  /** A request within another one. */
  private static final class Dispatched extends RequestTrace {
    private final RequestTrace outer;

    Dispatched(ServerSettings settings, ReceivedRequest received, RequestTrace outer) {
      super(settings, received);
      this.outer = outer;
    }

    @Override
    RequestTrace outer() {
      return outer;
    }
  }
}
