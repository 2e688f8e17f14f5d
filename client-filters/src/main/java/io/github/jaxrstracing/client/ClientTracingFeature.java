// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.opentracing.Tracer;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;

/**
 * Traces the calls of a Jakarta REST client: each one becomes exactly one finished client span,
 * child of the span that was active where the call was written, with its context on the wire.
 *
 * <pre>{@code
 * Client client = ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer)).build();
 * }</pre>
 */
@ConstrainedTo(RuntimeType.CLIENT)
public final class ClientTracingFeature implements Feature {
  /**
   * Property of a call: the parent of its span, a {@link io.opentracing.Span} or a {@link
   * io.opentracing.SpanContext}. By default the span that is active where the call is made.
   */
  public static final String CHILD_OF = "io.github.jaxrstracing.client.childOf";

  /**
   * Property of a call, a target or a client: {@link Boolean#FALSE} leaves it untraced. By default
   * all calls are traced.
   */
  public static final String TRACED = "io.github.jaxrstracing.client.traced";

  /** Property of a call or a target: the name of the span, a {@link String}. */
  public static final String OPERATION_NAME = "io.github.jaxrstracing.client.operationName";

  /**
   * Property of a call or a target: the path template that its URL was made from, a {@link String}
   * such as {@code /orders/{id}}. Jakarta REST does not tell it.
   */
  public static final String ROUTE = "io.github.jaxrstracing.client.route";

  private final ClientTracingFeatureBuilder builder;

  /**
   * Creates a feature that finds the tracer itself, on first use: {@link
   * io.opentracing.util.GlobalTracer} if one is registered, else what the {@code TracerResolver} of
   * opentracing-contrib finds.
   */
  public ClientTracingFeature() {
    this(builder());
  }

  /**
   * Creates a feature with this tracer.
   *
   * @param tracer makes the spans
   */
  public ClientTracingFeature(Tracer tracer) {
    this(builder().tracer(tracer));
  }

  ClientTracingFeature(ClientTracingFeatureBuilder builder) {
    this.builder = builder;
  }

  /**
   * Starts to configure a feature.
   *
   * @return a builder with all defaults
   */
  public static ClientTracingFeatureBuilder builder() {
    return new ClientTracingFeatureBuilder();
  }

  @Override
  public boolean configure(FeatureContext context) {
    ClientSettings settings = builder.settings(context.getConfiguration());
    context.register(new CallFilter(settings));
    if (isJersey(context)) {
      context.register(new JerseyCallInterceptor(settings));
    } else {
      context.register(new CallResponseFilter(settings));
    }
    return true;
  }

  // Asking for a class would also say yes where Jersey is merely on the class path.
  private static boolean isJersey(FeatureContext context) {
    return context.getConfiguration().getClass().getName().startsWith("org.glassfish.jersey.");
  }
}
