// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.MatchedMethod;
import io.github.jaxrstracing.server.ReceivedRequest;
import io.github.jaxrstracing.server.RequestTrace;
import io.github.jaxrstracing.span.GuardedSpan;
import java.util.List;
import java.util.Objects;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * One request in Jersey, from its arrival on: tells its trace what Jersey's events say. It has a
 * trace only from where it is known that it is traced.
 *
 * <p>No event is handed on: as long as {@link #onEvent} and what it calls on events is compiled as
 * one, the compiler makes no objects of the ten that each request has.
 */
final class JerseyRequest extends JerseyResponse implements RequestEventListener, ReceivedRequest {
  private final JerseyApplication application;
  private final ContainerRequest request;
  private final long arrivedNanos = System.nanoTime();
  private boolean isHead;

  JerseyRequest(JerseyApplication application, ContainerRequest request) {
    this.application = application;
    this.request = request;
  }

  @Override
  public ContainerRequest context() {
    return request;
  }

  @Override
  public long arrivedNanos() {
    return arrivedNanos;
  }

  // What is matched for HEAD is the method for GET, and Jersey calls the request so meanwhile.
  @Override
  public String method() {
    return isHead ? "HEAD" : request.getMethod();
  }

  @Override
  public Connection connection() {
    return application.connection();
  }

  @Override
  JerseyApplication application() {
    return application;
  }

  /** Hides the trace of the request that has dispatched this one, traced or not. */
  void isDispatched() {
    trace = application.pair().arrived(this);
  }

  @Override
  public void onEvent(RequestEvent event) {
    tell(
        event.getType(),
        event.getUriInfo(),
        event.getException(),
        event.getContainerResponse(),
        event.isResponseWritten());
  }

  private void tell(
      RequestEvent.Type type,
      ExtendedUriInfo uri,
      @Nullable Throwable thrown,
      @Nullable ContainerResponse response,
      boolean isWritten) {
    try {
      if (trace == null || !trace.isTraced()) {
        decide(type, uri, thrown, response, isWritten);
      }
      RequestTrace told = trace;
      if (told == null) {
        return;
      }
      switch (type) {
        case REQUEST_FILTERED -> watch(request);
        case RESOURCE_METHOD_START -> told.open(Bracket.METHOD);
        case RESOURCE_METHOD_FINISHED -> told.close(Bracket.METHOD);
        case ON_EXCEPTION -> {
          if (told.isTraced()) {
            watch(request);
            told.failed(unwrapped(Objects.requireNonNull(thrown)));
            ScopeEnd.watch(application.injectionManager(), told);
          }
        }
        // Not at ON_EXCEPTION: when another listener throws there, nothing is told any more.
        case EXCEPTION_MAPPER_FOUND -> told.open(Bracket.RESPONSE);
        case RESP_FILTERS_START -> {
          watch(request);
          told.open(Bracket.RESPONSE);
        }
        case RESP_FILTERS_FINISHED -> {
          // The pair is bound to methods: without one its response filter is not called.
          if (response != null && uri.getMatchedResourceMethod() == null) {
            told.answered(response);
          }
        }
        case FINISHED -> {
          told.close(Bracket.RESPONSE);
          told.leave(Bracket.FILTERS);
          if (thrown != null && !answersFromWithin(uri.getMatchedResourceMethod())) {
            // Another listener threw where the bracket ends.
            told.close(Bracket.FILTERS);
          }
          if (!told.isStreamingStill()) {
            told.ended(status(thrown, response, isWritten), isWritten);
          } else if (thrown != null) {
            // A method that had begun a stream and then failed: nothing else tells its end.
            told.streamEnded(unwrapped(thrown));
          }
        }
        default -> {}
      }
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a request", t);
    }
  }

  // Until the request has a span: whether it gets one is known when it is matched, or late, for one
  // that no request filter of ours has seen.
  private void decide(
      RequestEvent.Type type,
      ExtendedUriInfo uri,
      @Nullable Throwable thrown,
      @Nullable ContainerResponse response,
      boolean isWritten) {
    switch (type) {
      case MATCHING_START -> isHead = request.getMethod().equals("HEAD");
      case REQUEST_MATCHED -> matched(uri);
      case REQUEST_FILTERED, ON_EXCEPTION, RESP_FILTERS_START -> {
        if (uri.getMatchedResourceMethod() != null || !application.forwards404()) {
          begin(uri);
        }
      }
      case FINISHED -> {
        // With Jersey as a filter it is ours unless the status is 404.
        if (application.forwards404() && status(thrown, response, isWritten) != 404) {
          begin(uri);
        }
      }
      default -> {}
    }
  }

  private void matched(ExtendedUriInfo uri) {
    Object key = JerseyMethods.key(uri.getMatchedResourceMethod(), uri);
    if (trace == null) {
      trace = application.pair().matched(this, key, uri, JerseyMethods::matched);
    } else {
      trace.matched(key, uri, JerseyMethods::matched);
    }
  }

  private void begin(ExtendedUriInfo uri) {
    if (uri.getMatchedResourceMethod() == null) {
      unmatched(JerseyMethods.locators(uri));
    }
    if (trace != null) {
      trace.begin();
    }
  }

  private void unmatched(List<MatchedMethod> locators) {
    if (trace == null) {
      trace = application.pair().unmatched(this, locators);
    } else {
      trace.unmatched(locators);
    }
  }

  // Such a method may still run, on this thread or another, and close its scope when it returns.
  private static boolean answersFromWithin(@Nullable ResourceMethod matched) {
    return matched != null && (matched.isSuspendDeclared() || matched.isSse());
  }

  // Without a response, or with one that could not be written and was not begun, the container
  // answers 500 on its own.
  private static int status(
      @Nullable Throwable thrown, @Nullable ContainerResponse response, boolean isWritten) {
    if (response == null) {
      return thrown == null ? 0 : 500;
    }
    boolean isReplaced = !isWritten && thrown != null && !response.isCommitted();
    return isReplaced ? 500 : response.getStatus();
  }

  static Throwable unwrapped(Throwable thrown) {
    return GuardedSpan.unwrap(thrown, MappableException.class);
  }
}
