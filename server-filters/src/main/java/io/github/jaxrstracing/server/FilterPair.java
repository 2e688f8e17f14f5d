// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The pair of filters of one application, as hooks see it. Not API: only the packages of hooks use
 * it.
 *
 * @hidden
 */
public final class FilterPair {
  // Written while the application is configured.
  private volatile ServerSettings settings;

  FilterPair(ServerSettings settings) {
    this.settings = settings;
  }

  ServerSettings settings() {
    return settings;
  }

  /** Lets an explicit feature take over where {@link DiscoveredTracingFeature} came first. */
  void replaceSettings(ServerSettings explicit) {
    this.settings = explicit;
  }

  /**
   * What takes the exceptions of tracing.
   *
   * @return the guard
   */
  public Guard guard() {
    return settings.guard();
  }

  /**
   * Whether requests are traced at all.
   *
   * @return whether there is a tracer that does anything
   */
  public boolean isOn() {
    return settings.http().tracer().get() != null;
  }

  /**
   * Checks the annotations of resources while the application is deployed, where {@link #deployed}
   * is told too late to stop it.
   *
   * @param methods resource methods and locators
   * @throws IllegalArgumentException when an annotation names an unknown request tag
   */
  public void check(List<MatchedMethod> methods) {
    settings.endpoints().check(methods);
  }

  /**
   * Notes whose resources are about to be deployed, where that is told before {@link #deployed}.
   *
   * @param applicationClass the class of the application
   */
  public void deploying(Class<?> applicationClass) {
    settings.endpoints().deploying(applicationClass);
  }

  /**
   * Checks the annotations of an application that is ready for requests.
   *
   * @param applicationClass the class of the application
   * @param methods its resource methods and locators, as far as they are known
   * @throws IllegalArgumentException when an annotation names an unknown request tag
   */
  public void deployed(Class<?> applicationClass, List<MatchedMethod> methods) {
    settings.endpoints().deployed(applicationClass, methods, guard());
  }

  /**
   * Notes that a request has arrived, where nothing is known of it but what filters see.
   *
   * @param request the request
   * @return its trace, or {@code null} when requests are not traced
   */
  public @Nullable RequestTrace arrived(ContainerRequestContext request) {
    return arrived(
        new PlainRequest(request, System.nanoTime(), request.getMethod().equals("HEAD")));
  }

  /**
   * Notes that a request has arrived. What it is matched to is told later, if it is traced then is
   * decided with {@link RequestTrace#begin}.
   *
   * @param request the request
   * @return its trace, or {@code null} when requests are not traced
   */
  public @Nullable RequestTrace arrived(ReceivedRequest request) {
    try {
      return isOn() ? RequestTrace.arrived(settings, request) : null;
    } catch (Throwable t) {
      guard().caught("Tracing a request", t);
      return null;
    }
  }

  /**
   * Whether another request has dispatched this one.
   *
   * @param request the request
   * @return whether there is the trace of a request around it
   */
  public boolean isDispatched(ContainerRequestContext request) {
    return traceOf(request) != null;
  }

  /**
   * Decides whether a request is traced that was matched, for hooks that keep its arrival
   * themselves.
   *
   * @param request the request
   * @param key stands for the method and the way to it; equal for all requests that go there
   * @param source what {@code description} is made from
   * @param description describes the method; called once a key
   * @param <S> the type of the source
   * @return its trace, or {@code null} when it is not traced
   */
  public <S> @Nullable RequestTrace matched(
      ReceivedRequest request,
      Object key,
      S source,
      Function<? super S, MatchedMethod> description) {
    ServerSettings current = settings;
    Endpoint endpoint = current.endpoints().of(key, source, description);
    return endpoint.traced && isOn() && !current.skips(request.context(), endpoint)
        ? RequestTrace.chosen(current, request, endpoint)
        : null;
  }

  /**
   * Decides whether a request is traced that matched no method.
   *
   * @param request the request
   * @param passed the locators on a way that led nowhere, innermost first
   * @return its trace, or {@code null} when it is not traced
   */
  public @Nullable RequestTrace unmatched(ReceivedRequest request, List<MatchedMethod> passed) {
    ServerSettings current = settings;
    return current.endpoints().tracesUnmatched(passed)
            && isOn()
            && !current.skips(request.context(), null)
        ? RequestTrace.chosen(current, request, null)
        : null;
  }

  /** The method for HEAD is that for GET, and some implementations call it so from then on. */
  private record PlainRequest(ContainerRequestContext context, long arrivedNanos, boolean isHead)
      implements ReceivedRequest {
    @Override
    public String method() {
      return isHead ? "HEAD" : context.getMethod();
    }
  }

  /**
   * The trace of a request.
   *
   * @param request the request
   * @return its trace, or {@code null} when it has none of this pair
   */
  public @Nullable RequestTrace of(ContainerRequestContext request) {
    return own(traceOf(request));
  }

  /**
   * The trace of a request.
   *
   * @param context what an interceptor was given
   * @return its trace, or {@code null} when it has none of this pair
   */
  public @Nullable RequestTrace of(InterceptorContext context) {
    return own(traceOf(context));
  }

  // Twice the same, since the two have no type in common: a function would be made for each
  // request.
  static @Nullable RequestTrace traceOf(ContainerRequestContext request) {
    try {
      return request.getProperty(RequestTrace.PROPERTY) instanceof RequestTrace trace
          ? trace
          : null;
    } catch (RuntimeException recycled) {
      // A container may have taken its request back when an asynchronous one ends.
      return null;
    }
  }

  static @Nullable RequestTrace traceOf(InterceptorContext context) {
    try {
      return context.getProperty(RequestTrace.PROPERTY) instanceof RequestTrace trace
          ? trace
          : null;
    } catch (RuntimeException recycled) {
      return null;
    }
  }

  // A feature that is registered twice has two pairs: the one that saw the request first manages
  // it.
  private @Nullable RequestTrace own(@Nullable RequestTrace trace) {
    return trace == null || trace.isOf(settings) ? trace : null;
  }
}
