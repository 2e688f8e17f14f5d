// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.RequestTrace;
import io.github.jaxrstracing.span.GuardedSpan;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.internal.process.MappableException;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;

/** Tells the trace of a request what Jersey's events say. */
final class JerseyRequest implements RequestEventListener {
  private final JerseyApplication application;
  private final RequestTrace trace;
  private boolean watchesResponse;

  JerseyRequest(JerseyApplication application, RequestTrace trace) {
    this.application = application;
    this.trace = trace;
  }

  @Override
  public void onEvent(RequestEvent event) {
    try {
      handle(event);
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a request", t);
    }
  }

  private void handle(RequestEvent event) {
    switch (event.getType()) {
      case MATCHING_START -> trace.received(event.getContainerRequest().getMethod());
      case REQUEST_MATCHED -> matched(event.getUriInfo());
      case REQUEST_FILTERED -> {
        trace.close(Bracket.FILTERS);
        watchResponse(event.getContainerRequest());
      }
      case RESOURCE_METHOD_START -> trace.open(Bracket.METHOD);
      case RESOURCE_METHOD_FINISHED -> trace.close(Bracket.METHOD);
      case ON_EXCEPTION -> failed(event);
      // Not at ON_EXCEPTION: when another listener throws there, nothing is told any more.
      case EXCEPTION_MAPPER_FOUND -> trace.open(Bracket.RESPONSE);
      case RESP_FILTERS_START -> {
        begin(event);
        trace.open(Bracket.RESPONSE);
      }
      case FINISHED -> finished(event);
      default -> {}
    }
  }

  private void watchResponse(ContainerRequest request) {
    if (!watchesResponse && trace.isTraced()) {
      watchesResponse = true;
      request.setWriter(new JerseyResponse(request, application, trace));
    }
  }

  private void failed(RequestEvent event) {
    begin(event);
    if (trace.isTraced()) {
      trace.failed(unwrapped(event.getException()));
      ScopeEnd.watch(application.injectionManager(), trace);
    }
  }

  private void matched(ExtendedUriInfo uri) {
    ResourceMethod method = uri.getMatchedResourceMethod();
    Object key = JerseyMethods.key(method, uri);
    if (!trace.matched(key)) {
      trace.matched(key, () -> JerseyMethods.matched(method, uri));
    }
  }

  // For a request that did not reach the request filter.
  private void begin(RequestEvent event) {
    if (event.getUriInfo().getMatchedResourceMethod() == null) {
      // Perhaps it is not ours: that is known when its status is.
      trace.leaveToOthers(application.forwards404());
      trace.unmatched(JerseyMethods.locators(event.getUriInfo()));
    }
    trace.begin();
    watchResponse(event.getContainerRequest());
  }

  private void finished(RequestEvent event) {
    trace.close(Bracket.RESPONSE);
    if (event.getException() != null && !answersFromWithin(event)) {
      // Another listener threw where the bracket ends.
      trace.close(Bracket.FILTERS);
    }
    if (trace.isStreamingStill()) {
      // A method that had begun a stream and then failed: nothing else tells the end of the stream.
      if (event.getException() != null) {
        trace.streamEnded(unwrapped(event.getException()));
      }
      return;
    }
    int status = status(event);
    if (application.forwards404() && status != 404) {
      trace.leaveToOthers(false);
      trace.begin();
    }
    trace.ended(status, event.isResponseWritten());
  }

  // Such a method may still run, on this thread or another, and close its scope when it returns.
  private static boolean answersFromWithin(RequestEvent event) {
    ResourceMethod matched = event.getUriInfo().getMatchedResourceMethod();
    return matched != null && (matched.isSuspendDeclared() || matched.isSse());
  }

  // Without a response, or with one that could not be written and was not begun, the container
  // answers 500 on its own.
  private static int status(RequestEvent event) {
    ContainerResponse response = event.getContainerResponse();
    if (response == null) {
      return event.getException() == null ? 0 : 500;
    }
    boolean replaced =
        !event.isResponseWritten() && event.getException() != null && !response.isCommitted();
    return replaced ? 500 : response.getStatus();
  }

  static Throwable unwrapped(Throwable thrown) {
    return GuardedSpan.unwrap(thrown, MappableException.class);
  }
}
