// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.EntitySpan;
import io.github.jaxrstracing.OptionReader;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import org.glassfish.jersey.InjectionManagerProvider;
import org.jspecify.annotations.Nullable;

/**
 * Traces the requests to a Jakarta REST application: each one that is to be traced becomes exactly
 * one finished server span.
 *
 * <pre>{@code
 * public class Shop extends ResourceConfig {
 *   public Shop(Tracer tracer) {
 *     register(new TracingFeature(tracer)); // traces what is @Traced
 *     register(Orders.class);
 *   }
 * }
 * }</pre>
 */
@ConstrainedTo(RuntimeType.SERVER)
public final class TracingFeature implements Feature {
  private final TracingFeatureBuilder builder;

  /**
   * Creates a feature that finds the tracer itself, on first use: {@link
   * io.opentracing.util.GlobalTracer} if one is registered, else what the {@code TracerResolver} of
   * opentracing-contrib finds. It traces what is {@link Traced}.
   */
  public TracingFeature() {
    this(builder());
  }

  /**
   * Creates a feature with this tracer. It traces what is {@link Traced}.
   *
   * @param tracer makes the spans
   */
  public TracingFeature(Tracer tracer) {
    this(builder().tracer(tracer));
  }

  TracingFeature(TracingFeatureBuilder builder) {
    this.builder = builder;
  }

  /**
   * Starts to configure a feature.
   *
   * @return a builder with all defaults
   */
  public static TracingFeatureBuilder builder() {
    return new TracingFeatureBuilder();
  }

  /**
   * The server span of a request, for filters and resources.
   *
   * @param request the request
   * @return its span, or {@code null} when this request is not traced, or not yet
   */
  public static @Nullable Span spanOf(ContainerRequestContext request) {
    return request.getProperty(RequestSpan.PROPERTY) instanceof RequestSpan span
        ? span.span()
        : null;
  }

  /**
   * The server span of a request, for reader and writer interceptors.
   *
   * @param context what the interceptor was given
   * @return the span of the request, or {@code null} when it is not traced
   */
  public static @Nullable Span spanOf(InterceptorContext context) {
    return context.getProperty(RequestSpan.PROPERTY) instanceof RequestSpan span
        ? span.span()
        : null;
  }

  @Override
  public boolean configure(FeatureContext context) {
    requireJersey(context.getConfiguration());
    OptionReader options = builder.options(context.getConfiguration());
    ServerSettings settings = builder.settings(options);
    RequestTags requestTags = new RequestTags(settings.http().urls(), settings.guard());
    TracedAnnotations annotations = TracedAnnotations.discovered(settings.guard());
    Endpoints endpoints = new Endpoints(builder.tracesAll(options), requestTags, annotations);
    Transport transport =
        JerseyTransport.of(InjectionManagerProvider.getInjectionManager(context), settings.guard());
    context.register(new JerseyTracing(settings, endpoints, transport));
    context.register(new StreamEndInterceptor());
    if (settings.serializationSpans()) {
      context.register(new SerializationInterceptor(new EntitySpan(settings.http())));
    }
    return true;
  }

  private static void requireJersey(Configuration configuration) {
    if (!isJersey(configuration)) {
      throw new IllegalStateException(
          "TracingFeature traces servers on Jersey 3.1 and 4.0; this one is configured by "
              + configuration.getClass().getName()
              + '.');
    }
  }

  static boolean isJersey(Configuration configuration) {
    return configuration.getClass().getName().startsWith("org.glassfish.jersey.");
  }
}
