// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.ReceivedRequest;
import io.github.jaxrstracing.server.RequestTrace;
import io.github.jaxrstracing.span.GuardedSpan;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.interception.jaxrs.PreMatchContainerRequestContext;
import org.jboss.resteasy.spi.ApplicationException;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.UnhandledException;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jspecify.annotations.Nullable;

/** One request in RESTEasy: tells its trace what the dispatcher, the filters and the sink see. */
final class RestEasyRequest {
  /** A request property; its owner is this class. */
  private static final String PROPERTY = "io.github.jaxrstracing.server.resteasy.request";

  private static final ContainerRequestFilter[] NO_FILTERS = {};
  private static final int SERVER_ERROR = 500;

  private final FilterPair pair;
  private final RestEasyModel model;
  private final RequestTrace trace;
  private final HttpRequest request;
  private final HttpResponse response;
  private final @Nullable Object outer;

  // Written while the request is matched, which one thread does.
  private List<ResourceLocator> locators = List.of();
  private boolean matched;
  private boolean answeredInline;
  private boolean watched;

  // Written by the thread that answers, read by the one that completes.
  private volatile int statusOfContainer;
  private volatile @Nullable Throwable failure;

  private RestEasyRequest(
      FilterPair pair,
      RestEasyModel model,
      RequestTrace trace,
      HttpRequest request,
      HttpResponse response) {
    this.pair = pair;
    this.model = model;
    this.trace = trace;
    this.request = request;
    this.response = response;
    this.outer = request.getAttribute(PROPERTY);
  }

  /** A request that the container has handed over, or null when requests are not traced. */
  static @Nullable RestEasyRequest arrived(
      HttpRequest request, HttpResponse response, FilterPair pair, RestEasyModel model) {
    try {
      model.ready();
      RequestTrace trace =
          pair.arrived(
              new Received(
                  new PreMatchContainerRequestContext(request, NO_FILTERS, null),
                  RestEasyConnection.of(request, response),
                  System.nanoTime()));
      if (trace == null) {
        return null;
      }
      RestEasyRequest traced = new RestEasyRequest(pair, model, trace, request, response);
      request.setAttribute(PROPERTY, traced);
      return traced;
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
      return null;
    }
  }

  /** The request that is served on this thread, or null. */
  static @Nullable RestEasyRequest current() {
    HttpRequest request = ResteasyContext.getContextData(HttpRequest.class);
    return request == null ? null : of(request);
  }

  static @Nullable RestEasyRequest of(HttpRequest request) {
    try {
      return in(request.getAttribute(PROPERTY));
    } catch (RuntimeException recycled) {
      // A container may have taken its request back when an asynchronous one ends.
      return null;
    }
  }

  static @Nullable RestEasyRequest of(ContainerRequestContext request) {
    return in(request.getProperty(PROPERTY));
  }

  private static @Nullable RestEasyRequest in(@Nullable Object property) {
    return property instanceof RestEasyRequest traced ? traced : null;
  }

  /** A locator was asked for its method: it is about to be called, if its resource was pushed. */
  void asked(ResourceLocator locator) {
    guarded(
        () -> {
          int resources = request.getUri().getMatchedResources().size();
          if (matched || resources != locators.size() + 1) {
            return;
          }
          List<ResourceLocator> passed = new ArrayList<>(locators);
          passed.add(locator);
          locators = passed;
        });
  }

  void matched(ResourceMethodInvoker invoker) {
    guarded(
        () -> {
          if (!matched) {
            matched = true;
            // A locator has an invoker of its own for each method that it leads to.
            trace.matched(
                invoker,
                request.getUri().getMatchedResources(),
                resources -> model.matched(invoker, locators, resources));
          }
        });
  }

  /** Server-sent events begin, which go on after the method. */
  void streaming() {
    guarded(trace::streaming);
  }

  /** The response is written on this thread, before it returns. */
  void answersInline() {
    guarded(
        () -> {
          answeredInline |= !request.getAsyncContext().isSuspended();
          // Else the bracket of the filters is still open here.
          if (!matched || !answeredInline) {
            openResponse();
          }
        });
  }

  /** The response is written on this thread. */
  void openResponse() {
    guarded(
        () -> {
          begin();
          trace.open(Bracket.RESPONSE);
        });
  }

  void closeResponse() {
    guarded(() -> trace.close(Bracket.RESPONSE));
  }

  void closeFilters() {
    guarded(() -> trace.close(Bracket.FILTERS));
  }

  // For a request that did not reach the request filter.
  private void begin() {
    if (!matched) {
      trace.unmatched(model.passed(locators, request.getUri().getMatchedResources()));
    }
    trace.begin();
  }

  /** An exception that RESTEasy will map, or that broke a body off. */
  void failed(Throwable thrown) {
    guarded(
        () -> {
          begin();
          // No response filter runs when a mapper fails.
          watchEnd();
          Throwable unwrapped = unwrapped(thrown);
          failure = unwrapped;
          if (response.isCommitted()) {
            trace.bodyFailed(unwrapped);
          } else {
            trace.failed(unwrapped);
          }
        });
  }

  /** An exception that nobody maps: the container answers on its own, if it still can. */
  void escaped(Throwable thrown) {
    guarded(
        () -> {
          boolean isCommitted = response.isCommitted();
          failed(thrown);
          if (!isCommitted) {
            trace.sentByContainer(SERVER_ERROR);
            // Last: the request's own thread may end the span when it sees this.
            statusOfContainer = SERVER_ERROR;
          }
        });
  }

  /** The response filters begin. */
  void writing(ContainerResponseContext answer) {
    guarded(
        () -> {
          begin();
          trace.writing(answer);
          watchEnd();
        });
  }

  // A stage is written past the dispatcher; its end is told to callbacks alone.
  private void watchEnd() {
    if (!watched && request.getAsyncContext().isSuspended()) {
      watched = true;
      CompletionCallback callback = ignored -> ended();
      request.getAsyncContext().getAsyncResponse().register(callback);
    }
  }

  /** The thread that brought the request goes back to the container. */
  void returned() {
    guarded(
        () -> {
          if (outer != null) {
            request.setAttribute(PROPERTY, outer);
          }
          boolean isAnswered = answeredInline || statusOfContainer != 0;
          if (isAnswered || !request.getAsyncContext().isSuspended()) {
            ended();
          }
        });
  }

  /** The client has its response, and what streamed is over. */
  void ended() {
    guarded(
        () -> {
          trace.ended(statusOfContainer == 0 ? response.getStatus() : statusOfContainer, false);
          if (trace.isStreamingStill()) {
            trace.streamEnded(failure);
          }
        });
  }

  /** The events are over. */
  void streamEnded(@Nullable Throwable thrown) {
    guarded(
        () -> {
          trace.streamEnded(thrown == null ? null : unwrapped(thrown));
          ended();
        });
  }

  private static Throwable unwrapped(Throwable thrown) {
    return GuardedSpan.unwrap(
        GuardedSpan.unwrap(thrown, UnhandledException.class), ApplicationException.class);
  }

  private void guarded(Runnable what) {
    try {
      what.run();
    } catch (Throwable t) {
      pair.guard().caught("Tracing a request", t);
    }
  }

  private record Received(ContainerRequestContext context, Connection connection, long arrivedNanos)
      implements ReceivedRequest {}
}
