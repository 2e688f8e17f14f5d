// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.FeatureTracer;
import io.github.jaxrstracing.span.OptionReader;
import io.opentracing.Tracer;
import java.util.List;

/** What tests need of this package's insides. */
public final class TracedClients {
  private TracedClients() {}

  /**
   * Traces a client.
   *
   * @param tracer makes the spans
   * @return the client as its hooks meet it
   */
  public static TracedClient tracedBy(Tracer tracer) {
    return traced(ClientTracingFeature.builder().tracer(tracer));
  }

  static TracedClient traced(ClientTracingFeatureBuilder builder) {
    ClientOptions options = builder.options();
    FeatureTracer tracer = new FeatureTracer(options.http().tracer());
    return new TracedClient(
        options.settings(
            new OptionReader(ClientOptions.PREFIX, name -> null, tracer.guard()),
            tracer.source(),
            () -> true));
  }

  /** A feature that knows these hooks and no others; without any the pair of filters is alone. */
  static ClientTracingFeature feature(ClientTracingFeatureBuilder builder, ClientHooks... hooks) {
    ClientOptions options = builder.options();
    return new ClientTracingFeature(
        options, new FeatureTracer(options.http().tracer()), List.of(hooks));
  }
}
