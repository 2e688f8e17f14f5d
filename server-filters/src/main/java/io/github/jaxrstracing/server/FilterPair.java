// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.List;
import java.util.function.Consumer;
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
   * Notes that a request has arrived.
   *
   * @param request the request
   * @param connection what the container knows of it
   * @return its trace, or {@code null} when requests are not traced
   */
  public @Nullable RequestTrace arrived(ContainerRequestContext request, Connection connection) {
    return arrived(request, connection, trace -> {});
  }

  /**
   * Notes that a request has arrived, where nothing tells what it is matched to when it is.
   *
   * @param request the request
   * @param connection what the container knows of it
   * @param match tells the trace what the request was matched to; called once, when that must be
   *     known
   * @return its trace, or {@code null} when requests are not traced
   */
  public @Nullable RequestTrace arrived(
      ContainerRequestContext request, Connection connection, Consumer<RequestTrace> match) {
    try {
      return isOn() ? RequestTrace.arrived(settings, request, connection, match) : null;
    } catch (Throwable t) {
      guard().caught("Tracing a request", t);
      return null;
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
