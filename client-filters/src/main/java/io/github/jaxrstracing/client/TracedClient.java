// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedSpan;
import io.github.jaxrstracing.span.GuardedTracer;
import io.opentracing.SpanContext;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The tracing of one client, or of a target with a configuration of its own: what its filters and
 * hooks share. This is not API: hooks tell it who makes a call, and find the call's trace. No
 * method throws.
 *
 * @hidden
 */
public final class TracedClient {
  // Written while the client is configured, and read by its calls.
  private volatile ClientSettings settings;
  private volatile ClientHooks hooks;

  TracedClient(ClientSettings settings) {
    this(settings, new NoHooks());
  }

  TracedClient(ClientSettings settings, ClientHooks hooks) {
    this.settings = settings;
    this.hooks = hooks;
  }

  /**
   * The tracing of a client into which its implementation loads no features, by {@link
   * ClientTracingFeature#installForAllClients}. Hooks ask when such a client makes its first call.
   *
   * @param configuration the configuration of the client
   * @param hooks of the implementation
   * @return the tracing, on which nothing is registered; {@code null} when the client is not traced
   *     so
   */
  public static @Nullable TracedClient installedOn(Configuration configuration, ClientHooks hooks) {
    return InstalledClientTracing.ofClient(configuration, hooks);
  }

  /**
   * The tracer of clients that {@link #installedOn} has not been asked for yet.
   *
   * @return the tracer, or {@code null} where none is installed for all clients
   */
  public static @Nullable GuardedTracer installedTracer() {
    return InstalledClientTracing.tracer();
  }

  /**
   * Whether the calls of a configuration are traced by a feature that is registered there.
   *
   * @param configuration the configuration of a client, a target or a call
   * @return whether they are
   */
  public static boolean isRegisteredOn(Configuration configuration) {
    // A feature whose tracer is a no-op registers nothing, and is one all the same.
    return of(configuration) != null || configuration.isRegistered(ClientTracingFeature.class);
  }

  /** Registers the pair of filters, and the hooks that fit. */
  void register(FeatureContext context, List<ClientHooks> known) {
    boolean isKnown = false;
    for (ClientHooks candidate : known) {
      if (fits(candidate, context)) {
        isKnown = true;
        if (install(candidate, context)) {
          hooks = candidate;
        }
        break;
      }
    }
    if (!isKnown) {
      guard()
          .warn(
              "ClientTracingFeature has no hooks for the client of "
                  + context.getConfiguration().getClass().getName()
                  + ": its filters alone trace it, calls without a response have no span, and"
                  + " asynchronous calls do not know their caller. It has them for Jersey 3.1 and"
                  + " 4.0, RESTEasy 6.2 and CXF 4.1.");
    }
    context.register(new CallRequestFilter(this));
    context.register(new CallResponseFilter(this));
    registerSerialization(context);
  }

  private boolean fits(ClientHooks candidate, FeatureContext context) {
    try {
      return candidate.fits(context.getConfiguration());
    } catch (RuntimeException | LinkageError e) {
      guard().caught(candidate.getClass().getName() + ".fits", e);
      return false;
    }
  }

  private boolean install(ClientHooks candidate, FeatureContext context) {
    try {
      candidate.install(context, this);
      return true;
    } catch (RuntimeException | LinkageError e) {
      guard()
          .warn(
              candidate.getClass().getName()
                  + " does not know this version of the client: calls that fail are not traced, and"
                  + " asynchronous calls do not know their caller. "
                  + e);
      return false;
    }
  }

  /** The client that a feature traces already, or null. */
  static @Nullable TracedClient of(Configuration configuration) {
    for (Object component : configuration.getInstances()) {
      if (component instanceof CallRequestFilter filter) {
        return filter.client();
      }
    }
    return null;
  }

  /** Lets an explicit feature take over where {@link InstalledClientTracing} came first. */
  void replaceSettings(FeatureContext context, ClientSettings explicit) {
    settings = explicit;
    registerSerialization(context);
  }

  private void registerSerialization(FeatureContext context) {
    if (settings.serializationSpans()
        && !context.getConfiguration().isRegistered(SerializationInterceptor.class)) {
      context.register(new SerializationInterceptor(this));
    }
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
   * The tracer of new calls.
   *
   * @return the tracer, or {@code null} while nothing is traced
   */
  public @Nullable GuardedTracer tracer() {
    ClientSettings now = settings;
    return now.on().getAsBoolean() ? now.http().tracer().get() : null;
  }

  /**
   * Begins the trace of a call on the thread that makes it: its parent is the span that is active
   * here. What is known of an earlier call with the same properties is forgotten.
   *
   * @param request the request
   */
  public void beginCall(ClientRequestContext request) {
    try {
      GuardedTracer tracer = tracerOf(request);
      hooks.keep(request, tracer == null ? null : CallTrace.begin(settings, tracer, request));
    } catch (Throwable t) {
      guard().caught("Tracing a call", t);
    }
  }

  /**
   * Begins the trace of a call on another thread than the one that makes it.
   *
   * @param request the request
   * @param caller the span that was active where the call was made, or {@code null} for none
   */
  public void beginCall(ClientRequestContext request, @Nullable SpanContext caller) {
    try {
      GuardedTracer tracer = tracerOf(request);
      hooks.keep(
          request, tracer == null ? null : CallTrace.begin(settings, tracer, request, caller));
    } catch (Throwable t) {
      guard().caught("Tracing a call", t);
    }
  }

  private @Nullable GuardedTracer tracerOf(ClientRequestContext request) {
    GuardedTracer tracer = tracer();
    return tracer != null && CallOptions.isTraced(request, guard()) ? tracer : null;
  }

  /**
   * Finds the trace of a call.
   *
   * @param request its request
   * @return the trace, or {@code null} when the call is not traced
   */
  public @Nullable CallTrace find(ClientRequestContext request) {
    try {
      return hooks.find(request);
    } catch (Throwable t) {
      guard().caught("Finding the span of a call", t);
      return null;
    }
  }

  /** The span that those of an entity belong to, or null where there are none. */
  @Nullable GuardedSpan parentOfEntitySpans(InterceptorContext context) {
    try {
      CallTrace trace = hooks.find(context);
      return trace == null ? null : trace.parentOfEntitySpans();
    } catch (Throwable t) {
      guard().caught("Finding the span of a call", t);
      return null;
    }
  }

  /**
   * Starts the span of a call that is about to be sent.
   *
   * @param request the request
   */
  public void startSpan(ClientRequestContext request) {
    CallTrace trace = find(request);
    // One that has started is that of another call whose properties this one has: that of the last
    // call of the same invocation, or of the call that this one was made from.
    if (trace == null || trace.hasStarted()) {
      beginCall(request);
      trace = find(request);
    }
    try {
      if (trace != null) {
        trace.startSpan(request);
      }
    } catch (Throwable t) {
      guard().caught("Tracing a call", t);
    }
  }

  /**
   * Records the response to a call, and ends the call where the hooks do not.
   *
   * @param request the request
   * @param response the response
   */
  public void recordResponse(ClientRequestContext request, ClientResponseContext response) {
    CallTrace trace = find(request);
    if (trace == null) {
      return;
    }
    if (hooks.endCalls()) {
      trace.recordResponse(response);
    } else {
      trace.endWithResponse(response);
    }
  }

  /**
   * Ends the span of a call that was answered. A call that was answered before it was sent has
   * none.
   *
   * @param trace the call, or {@code null} where it is not traced
   * @param response the response; one that was recorded before counts instead
   */
  public void endWithResponse(@Nullable CallTrace trace, ClientResponseContext response) {
    if (trace != null) {
      trace.endWithResponse(response);
    }
  }

  /**
   * Ends the span of a call that failed, after starting it with the time of the call if it failed
   * before it was sent.
   *
   * @param trace the call, or {@code null} where it is not traced
   * @param thrown what was thrown, or {@code null} when that is not known
   * @param response the response, if there was one
   */
  public void endWithFailure(
      @Nullable CallTrace trace,
      @Nullable Throwable thrown,
      @Nullable ClientResponseContext response) {
    if (trace != null) {
      trace.endWithFailure(thrown, response);
    }
  }
}
