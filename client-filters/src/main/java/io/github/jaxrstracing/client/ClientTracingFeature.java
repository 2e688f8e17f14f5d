// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.FeatureTracer;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.JavaxImplementations;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.Services;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Tracer;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Traces the calls of a Jakarta REST client: each call produces exactly one finished client span,
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

  private final ClientOptions options;
  private final FeatureTracer tracer;
  private final List<ClientHooks> hooks;

  /**
   * Creates a feature that finds the tracer itself, on first use: that of a {@link
   * io.github.jaxrstracing.TracingEnvironment}, such as the tracer bean of a CDI application, else
   * the one that {@code jaxrs-tracing.tracer} asks for, else {@link
   * io.opentracing.util.GlobalTracer} if one is registered, else what the {@code TracerResolver} of
   * opentracing-contrib finds.
   */
  public ClientTracingFeature() {
    this(builder().options());
  }

  /**
   * Creates a feature with this tracer.
   *
   * @param tracer makes the spans
   */
  public ClientTracingFeature(Tracer tracer) {
    this(builder().tracer(tracer).options());
  }

  ClientTracingFeature(ClientOptions options) {
    this(options, new FeatureTracer(options.http().tracer()));
  }

  private ClientTracingFeature(ClientOptions options, FeatureTracer tracer) {
    this(options, tracer, Services.load(ClientHooks.class, tracer.guard()));
  }

  ClientTracingFeature(ClientOptions options, FeatureTracer tracer, List<ClientHooks> hooks) {
    this.options = options;
    this.tracer = tracer;
    this.hooks = hooks;
    refuseWrongOptions();
  }

  // Here and not when a client is configured, since that is too late to stop the application.
  private void refuseWrongOptions() {
    Guard guard = tracer.guard();
    JavaxImplementations.warn(ClientTracingFeature.class, guard);
    OptionReader reader = reader(name -> null);
    reader.warnOfUnknownKeys(List.of());
    reader.warnOfUnknownKeysAround(guard);
    try {
      options.settings(reader, TracerSource.of(() -> null, guard), () -> true);
    } catch (IllegalArgumentException wrongOption) {
      throw wrongOption;
    } catch (RuntimeException e) {
      guard.caught("Reading the options of a client", e);
    }
  }

  /**
   * Starts to configure a feature.
   *
   * @return a builder with all defaults
   */
  public static ClientTracingFeatureBuilder builder() {
    return new ClientTracingFeatureBuilder();
  }

  /**
   * Traces every Jakarta REST client that is created from now on in this JVM, also those inside
   * libraries, by one line at the start of the program. It needs Jersey, RESTEasy or another
   * implementation that loads features as services; {@code jakarta.ws.rs.loadServices=false} on a
   * client turns that off.
   *
   * <pre>{@code
   * ClientTracingFeature.installForAllClients(tracer);
   * }</pre>
   *
   * <p>A client with a {@link ClientTracingFeature} of its own keeps to that one, and a client
   * whose configuration has {@link #TRACED} = {@code false} is not touched; a client that a tracer
   * reports with must say so. When this is called more than once the last one counts, for the
   * clients created after it. A client counts as created when it sends its first request.
   *
   * @param tracer makes the spans
   * @return undoes it
   */
  public static Installation installForAllClients(Tracer tracer) {
    return installForAllClients(new ClientTracingFeature(tracer));
  }

  /**
   * Does the same as {@link #installForAllClients(Tracer)} with a feature that was configured.
   *
   * @param feature traces the clients
   * @return undoes it
   */
  public static Installation installForAllClients(ClientTracingFeature feature) {
    return InstalledClientTracing.install(
        Objects.requireNonNull(feature, "installForAllClients: null was given."));
  }

  /** Undoes {@link #installForAllClients}. */
  public interface Installation extends AutoCloseable {
    /**
     * Ends the tracing of the clients that this installation traces, and of no others: calls under
     * way end their spans, later ones have none, and what was installed before is in force again
     * for new clients. Only the first call does anything.
     */
    @Override
    void close();
  }

  @Override
  public boolean configure(FeatureContext context) {
    return configure(context, () -> true);
  }

  boolean configure(FeatureContext context, BooleanSupplier on) {
    Configuration configuration = context.getConfiguration();
    ClientSettings settings = settings(configuration, on);
    if (settings == null) {
      return false;
    }
    try {
      // Jersey runs features that it loaded as services before those that register further ones.
      TracedClient installed = TracedClient.of(configuration);
      if (installed != null) {
        installed.replaceSettings(context, settings);
      } else if (!tracer.source().isNoop()) {
        new TracedClient(settings).register(context, hooks);
      }
      return true;
    } catch (RuntimeException e) {
      tracer.guard().caught("Configuring the tracing of a client", e);
      return false;
    }
  }

  // Jersey configures a client when it is used first: an exception here would fail its calls.
  @Nullable ClientSettings settings(Configuration configuration, BooleanSupplier on) {
    try {
      OptionReader reader = reader(configuration::getProperty);
      reader.warnOfUnknownKeys(configuration.getPropertyNames());
      return options.settings(reader, tracer.source(), on);
    } catch (IllegalArgumentException wrongOption) {
      tracer.guard().warn("A client is not traced. " + wrongOption.getMessage());
    } catch (RuntimeException e) {
      tracer.guard().caught("Configuring the tracing of a client", e);
    }
    return null;
  }

  @Nullable GuardedTracer tracer() {
    return tracer.source().get();
  }

  private OptionReader reader(Function<String, ? extends @Nullable Object> configuration) {
    return new OptionReader(ClientOptions.PREFIX, configuration, tracer.guard());
  }
}
