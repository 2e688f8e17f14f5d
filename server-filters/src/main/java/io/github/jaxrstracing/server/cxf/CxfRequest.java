// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ReceivedRequest;
import io.github.jaxrstracing.server.RequestTrace;
import io.github.jaxrstracing.server.ServletConnection;
import io.github.jaxrstracing.span.GuardedSpan;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.sse.SseEventSink;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.jspecify.annotations.Nullable;

/**
 * Tells the trace of a request what CXF does with it. It lives in the exchange, which is the
 * request's own; it observes the faults of the chain, of which no response filter hears.
 */
final class CxfRequest implements MessageObserver {
  private final FilterPair pair;
  private final RequestTrace trace;
  private final Message in;
  private final @Nullable MessageObserver faults;

  // Written by the thread that works for the request; the chain hands them on to the next one.
  private volatile @Nullable Throwable thrown;
  private volatile @Nullable ContainerResponseContext answer;
  private volatile boolean streams;
  private volatile boolean isBodyBroken;
  private volatile boolean isBodyBrokenForGood;

  private CxfRequest(FilterPair pair, RequestTrace trace, Message in) {
    this.pair = pair;
    this.trace = trace;
    this.in = in;
    this.faults = in.getInterceptorChain().getFaultObserver();
  }

  static void arrived(FilterPair pair, ContainerRequestContext request, Message in) {
    Exchange exchange = in.getExchange();
    RequestTrace trace = pair.arrived(new Received(request, in, System.nanoTime()));
    if (trace != null) {
      CxfRequest hooked = new CxfRequest(pair, trace, in);
      exchange.put(CxfRequest.class, hooked);
      in.getInterceptorChain().setFaultObserver(hooked);
      CxfChain.hook(in);
      CxfInvoker.hook(exchange.getService());
    }
  }

  /** What is known of the request of this exchange, or null. */
  static @Nullable CxfRequest of(Exchange exchange) {
    return exchange.get(CxfRequest.class);
  }

  /** What is known of the request that this thread works for, or null. */
  static @Nullable CxfRequest current() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    return message == null ? null : of(message.getExchange());
  }

  // The container takes both back when it has answered a one-way request, which still runs then.
  private static @Nullable HttpServletRequest servletRequest(Message in) {
    return in.getExchange().isOneWay()
        ? null
        : (HttpServletRequest) in.get(AbstractHTTPDestination.HTTP_REQUEST);
  }

  private static @Nullable HttpServletResponse servletResponse(Message in) {
    return in.getExchange().isOneWay()
        ? null
        : (HttpServletResponse) in.get(AbstractHTTPDestination.HTTP_RESPONSE);
  }

  /** A method begins on this thread, or what answers for it. */
  void open() {
    guarded(() -> trace.open(Bracket.METHOD));
  }

  /** A method has returned on this thread. */
  void close() {
    guarded(() -> trace.close(Bracket.METHOD));
  }

  /** This thread may leave the request, which may go on elsewhere. */
  void leave() {
    guarded(() -> trace.close(Bracket.FILTERS));
  }

  /** A method or a locator has thrown, or was resumed with an exception. */
  void failed(Throwable failure) {
    thrown = failure;
    guarded(() -> trace.failed(unwrapped(failure)));
  }

  /** A response is there; its filters and writers follow. */
  void answering(ContainerResponseContext response) {
    trace.begin();
    if (!isBodyBrokenForGood) {
      isBodyBroken = false;
    }
    answer = response;
    SseEventSink sink = in.get(SseEventSink.class);
    if (sink != null && !streams) {
      // Its method is called only now, within the bracket of the request filters.
      streams = true;
      trace.streaming();
      in.get(AsyncResponse.class)
          .register((CompletionCallback) broken -> streamEnded(sink, response, broken));
      return;
    }
    tellFailure();
    trace.open(Bracket.RESPONSE);
  }

  /** The writers of the response have thrown; an exception mapper may answer instead. */
  void bodyFailed(Throwable failure) {
    thrown = failure;
    isBodyBroken = true;
    HttpServletResponse response = servletResponse(in);
    isBodyBrokenForGood |= response != null && response.isCommitted();
    trace.failed(unwrapped(failure));
    trace.bodyFailed(unwrapped(failure));
  }

  /** The chain is through. */
  void ended() {
    guarded(
        () -> {
          trace.begin();
          end(status());
        });
  }

  /** The chain has failed, for example by an exception that nobody maps. */
  @Override
  public void onMessage(Message message) {
    guarded(
        () -> {
          thrown = message.getContent(Exception.class);
          trace.begin();
          trace.open(Bracket.RESPONSE);
          tellFailure();
        });
    boolean isLeftToContainer = true;
    try {
      if (faults != null) {
        faults.onMessage(message);
      }
      isLeftToContainer = false;
    } finally {
      int status = isLeftToContainer ? 500 : status();
      guarded(() -> end(status));
    }
  }

  private void streamEnded(
      SseEventSink sink, ContainerResponseContext begun, @Nullable Throwable broken) {
    guarded(
        () -> {
          if (!trace.isStreamingStill()) {
            end(begun.getStatus());
          }
          Throwable failure = broken == null ? SinkFailure.of(sink) : broken;
          trace.streamEnded(failure == null ? null : unwrapped(failure));
        });
  }

  private void end(int status) {
    tellFailure();
    trace.close(Bracket.FILTERS);
    ContainerResponseContext last = answer;
    if (last != null && last.getStatus() == status) {
      // Another status is that of an answer that CXF or the container has made on its own.
      trace.writing(last);
    }
    trace.ended(status, !isBodyBroken);
  }

  // Of the thread that answers, since the method may have run on another one.
  private void tellFailure() {
    Exchange exchange = in.getExchange();
    Throwable failure = exchange.get(Exception.class);
    if (failure == null) {
      failure = thrown == null ? exchange.get(Throwable.class) : thrown;
    }
    if (failure != null) {
      trace.failed(unwrapped(failure));
    }
  }

  private int status() {
    if (in.getExchange().isOneWay()) {
      return 202;
    }
    HttpServletResponse response = servletResponse(in);
    return response == null ? 0 : response.getStatus();
  }

  private void guarded(Runnable what) {
    try {
      what.run();
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
    }
  }

  private static Throwable unwrapped(Throwable failure) {
    return GuardedSpan.unwrap(failure, Fault.class);
  }

  private record Received(ContainerRequestContext context, Message in, long arrivedNanos)
      implements ReceivedRequest {
    @Override
    public Connection connection() {
      return new ServletConnection(() -> servletRequest(in), () -> servletResponse(in));
    }

    @Override
    public void match(RequestTrace trace) {
      CxfMethods.match(trace, in);
    }
  }
}
