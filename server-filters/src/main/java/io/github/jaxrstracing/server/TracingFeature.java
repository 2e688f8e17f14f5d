// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.FeatureTracer;
import io.github.jaxrstracing.span.JavaxImplementations;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.Services;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.ext.InterceptorContext;
import jakarta.ws.rs.ext.ReaderInterceptor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Traces the requests to a Jakarta REST application: each one that is to be traced produces exactly
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
  private final ServerOptions options;
  private final FeatureTracer tracer;

  /**
   * Creates a feature that finds the tracer itself, on first use: that of a {@link
   * io.github.jaxrstracing.TracingEnvironment}, such as the tracer bean of a CDI application, else
   * the one that {@code jaxrs-tracing.tracer} asks for, else {@link
   * io.opentracing.util.GlobalTracer} if one is registered, else what the {@code TracerResolver} of
   * opentracing-contrib finds. It traces what is {@link Traced}.
   */
  public TracingFeature() {
    this(builder().options());
  }

  /**
   * Creates a feature with this tracer. It traces what is {@link Traced}.
   *
   * @param tracer makes the spans
   */
  public TracingFeature(Tracer tracer) {
    this(builder().tracer(tracer).options());
  }

  TracingFeature(ServerOptions options) {
    this.options = options;
    this.tracer = new FeatureTracer(options.http().tracer());
    JavaxImplementations.warn(TracingFeature.class, tracer.guard());
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
    RequestTrace trace = FilterPair.traceOf(request);
    return trace == null ? null : trace.span();
  }

  /**
   * The server span of a request, for reader and writer interceptors.
   *
   * @param context what the interceptor was given
   * @return the span of the request, or {@code null} when it is not traced
   */
  public static @Nullable Span spanOf(InterceptorContext context) {
    RequestTrace trace = FilterPair.traceOf(context);
    return trace == null ? null : trace.span();
  }

  @Override
  public boolean configure(FeatureContext context) {
    return configure(context, Services.load(ServerHooks.class, tracer.guard()));
  }

  boolean configure(FeatureContext context, List<ServerHooks> hooks) {
    OptionReader reader = ServerOptions.reader(context.getConfiguration(), tracer.guard());
    reader.warnOfUnknownKeys(context.getConfiguration().getPropertyNames());
    reader.warnOfUnknownKeysAround(tracer.guard());
    ServerSettings settings = options.settings(reader, tracer.source());
    ServerHooks fitting = fitting(context.getConfiguration(), hooks);
    boolean interceptsWriters = fitting == null || fitting.allowsWriterInterceptors();
    FilterPair pair = registered(context.getConfiguration());
    if (pair == null && settings.http().tracer().isNoop()) {
      return false;
    }
    if (pair == null) {
      register(context, new FilterPair(settings), fitting, interceptsWriters);
    } else {
      pair.replaceSettings(settings);
    }
    if (settings.serializationSpans()) {
      registerSerialization(context, settings, interceptsWriters);
    }
    return true;
  }

  private static @Nullable ServerHooks fitting(
      Configuration configuration, List<ServerHooks> hooks) {
    for (ServerHooks candidate : hooks) {
      if (candidate.fits(configuration)) {
        return candidate;
      }
    }
    return null;
  }

  // Of a feature that registered itself, before another one registered this.
  private static @Nullable FilterPair registered(Configuration configuration) {
    for (Object component : configuration.getInstances()) {
      if (component instanceof RequestFilter filter) {
        return filter.pair();
      }
      if (component instanceof BoundPair bound) {
        return bound.pair();
      }
    }
    return null;
  }

  private static void register(
      FeatureContext context,
      FilterPair pair,
      @Nullable ServerHooks fitting,
      boolean interceptsWriters) {
    context.register(new UnreadAnnotations(pair.guard(), () -> true));
    if (installed(context, pair, fitting)) {
      registerPair(context, pair, null, fitting != null && fitting.seesUnmatched());
      return;
    }
    PairAlone alone = new PairAlone(pair, interceptsWriters);
    registerPair(context, pair, alone, false);
    context.register(alone);
    if (interceptsWriters) {
      context.register(new BodyEndInterceptor(pair));
    }
  }

  private static void registerPair(
      FeatureContext context, FilterPair pair, @Nullable PairAlone alone, boolean atMethodsOnly) {
    RequestFilter requests = new RequestFilter(pair, alone);
    ResponseFilter responses = new ResponseFilter(pair, alone);
    if (atMethodsOnly) {
      context.register(new BoundPair(requests, responses));
    } else {
      context.register(requests);
      context.register(responses);
    }
  }

  private static boolean installed(
      FeatureContext context, FilterPair pair, @Nullable ServerHooks fitting) {
    if (fitting == null) {
      pair.guard()
          .warn(
              "TracingFeature has no hooks for the server of "
                  + context.getConfiguration().getClass().getName()
                  + ": filters alone trace it, and see neither the time before matching nor how a"
                  + " response or a stream really ends. It has them for Jersey 3.1 and 4.0,"
                  + " RESTEasy 6.2 and CXF 4.1.");
      return false;
    }
    try {
      fitting.install(context, pair);
      return true;
    } catch (ReflectiveOperationException | LinkageError notAsExpected) {
      pair.guard()
          .caught(
              fitting.getClass().getSimpleName()
                  + " does not know this version of its implementation; filters alone trace it."
                  + " Installing it",
              notAsExpected);
      return false;
    }
  }

  private static void registerSerialization(
      FeatureContext context, ServerSettings settings, boolean interceptsWriters) {
    if (interceptsWriters) {
      context.register(new SerializationInterceptor());
      return;
    }
    context.register(new SerializationInterceptor(), ReaderInterceptor.class);
    settings
        .guard()
        .warn(
            "serializationSpans() makes no spans of writing here: interceptors change how "
                + context.getConfiguration().getClass().getName()
                + " writes.");
  }
}
