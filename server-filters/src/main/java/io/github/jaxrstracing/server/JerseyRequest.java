// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.opentracing.Scope;
import io.opentracing.Tracer;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.jspecify.annotations.Nullable;

/**
 * One request's way through Jersey, and the only object that is made for it: created when it
 * arrives, told of every step, and done when its response is.
 *
 * <p>A scope is opened and closed on one thread. The request's thread (or that of a managed
 * asynchronous method) has {@link #requestScope}, the one that answers has {@link #responseScope};
 * they may be the same thread, and when a method answers from within itself the second is nested in
 * the first.
 */
final class JerseyRequest extends RequestSpan implements RequestEventListener {
  private final ServerSettings settings;
  private final Endpoints endpoints;
  private @Nullable String method;
  private boolean decided;
  private boolean filtering;
  private @Nullable Tracer tracer;
  private @Nullable Scope requestScope;
  private @Nullable Scope responseScope;
  private boolean streaming;
  private boolean answered;
  private @Nullable Throwable bodyError;

  JerseyRequest(
      ServerSettings settings, Endpoints endpoints, Transport transport, ContainerRequest request) {
    super(settings, request, transport);
    this.settings = settings;
    this.endpoints = endpoints;
  }

  @Override
  public void onEvent(RequestEvent event) {
    try {
      handle(event);
    } catch (Throwable t) {
      settings.guard().caught("Tracing a request", t);
    }
  }

  private void handle(RequestEvent event) {
    switch (event.getType()) {
      case MATCHING_START -> method = event.getContainerRequest().getMethod();
      case REQUEST_MATCHED -> {
        decide(event);
        filtering = true;
        openRequestScope();
      }
      case RESOURCE_METHOD_START -> openRequestScope();
      case REQUEST_FILTERED -> {
        filtering = false;
        closeRequestScope();
      }
      case RESOURCE_METHOD_FINISHED -> closeRequestScope();
      case ON_EXCEPTION -> {
        if (filtering) {
          // Another listener threw at REQUEST_MATCHED: REQUEST_FILTERED will not come.
          filtering = false;
          closeRequestScope();
        }
        decide(event);
        openResponseScope();
        announce(null);
      }
      case RESP_FILTERS_START -> {
        decide(event);
        openResponseScope();
        if (event.getContainerResponse() != null) {
          announce(event.getContainerResponse());
        }
      }
      case RESP_FILTERS_FINISHED -> {
        if (event.getContainerResponse() != null) {
          responding(event.getContainerResponse());
        }
      }
      case FINISHED -> {
        closeResponseScope();
        if (event.getException() != null && !answersFromWithin(event)) {
          // Another listener threw at RESOURCE_METHOD_START: RESOURCE_METHOD_FINISHED will not
          // come.
          closeRequestScope();
        }
        answered(event);
      }
      default -> {}
    }
  }

  // Jersey lets the method for GET answer a HEAD request, and calls it GET from then on.
  @Override
  public String method() {
    return method == null ? super.method() : method;
  }

  // At REQUEST_MATCHED, or when the response begins for a request that never got that far.
  private void decide(RequestEvent event) {
    if (decided) {
      return;
    }
    decided = true;
    Endpoint endpoint = endpoints.matched(event.getUriInfo());
    if (endpoint == null ? endpoints.tracesUnmatched(event.getUriInfo()) : endpoint.traced) {
      tracer = begin(endpoint);
    }
  }

  // Such a method may still run, on this thread or another, and close its scope when it returns.
  private static boolean answersFromWithin(RequestEvent event) {
    ResourceMethod matched = event.getUriInfo().getMatchedResourceMethod();
    return matched != null && (matched.isSuspendDeclared() || matched.isSse());
  }

  private void openRequestScope() {
    if (tracer != null) {
      requestScope = activate(tracer);
    }
  }

  private void closeRequestScope() {
    Scope scope = requestScope;
    requestScope = null;
    close(scope);
  }

  private void openResponseScope() {
    if (tracer != null && responseScope == null) {
      responseScope = activate(tracer);
    }
  }

  private void closeResponseScope() {
    Scope scope = responseScope;
    responseScope = null;
    close(scope);
  }

  /** A stream has begun that goes on after FINISHED: the span ends with it. */
  synchronized void streamBegins() {
    streaming = true;
  }

  /** The stream has ended, with an exception or without. */
  void streamEnded(@Nullable Throwable failure) {
    synchronized (this) {
      if (!streaming) {
        return;
      }
      streaming = false;
      if (failure != null) {
        concludeWith(unwrap(failure, MappableException.class));
      }
      if (!answered) {
        return;
      }
    }
    finish();
  }

  /** The body could not be written: there is no stream to wait for. */
  synchronized void bodyFailed(Throwable failure) {
    streaming = false;
    bodyError = failure;
  }

  private synchronized boolean isAnswered() {
    return answered;
  }

  private void answered(RequestEvent event) {
    if (tracer == null) {
      return;
    }
    if (isAnswered()) {
      // A method that had begun a stream and then failed: nothing else tells the end of the stream.
      if (event.getException() != null) {
        streamEnded(event.getException());
      }
      return;
    }
    ContainerResponse response = event.getContainerResponse();
    int status = finalStatus(event, response);
    synchronized (this) {
      if (answered) {
        return;
      }
      answered = true;
      conclude(status, response);
      if (status >= 500 && event.getException() != null) {
        concludeWith(unwrap(event.getException(), MappableException.class));
      } else if (bodyError != null && !event.isResponseWritten()) {
        concludeWith(unwrap(bodyError, MappableException.class));
      }
      if (streaming) {
        return;
      }
    }
    finish();
  }

  // Without a response, or with one that could not be written and was not begun, the container
  // answers 500 on its own.
  private static int finalStatus(RequestEvent event, @Nullable ContainerResponse response) {
    if (response == null) {
      return event.getException() == null ? 0 : 500;
    }
    boolean replaced =
        !event.isResponseWritten() && event.getException() != null && !response.isCommitted();
    return replaced ? 500 : response.getStatus();
  }
}
