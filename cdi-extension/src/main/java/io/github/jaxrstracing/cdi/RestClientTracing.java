// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.TracedAnnotations;
import io.github.jaxrstracing.span.Guard;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/** Traces every MicroProfile Rest Client whose interface does not say otherwise. */
public final class RestClientTracing implements RestClientListener {
  /** Called by service loading. */
  public RestClientTracing() {}

  @Override
  public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
    if (!builder.getConfiguration().isRegistered(ClientTracingFeature.class)) {
      builder.register(new ClientTracingFeature());
    }
    TracedAnnotations annotations = TracedAnnotations.discovered(new Guard());
    builder.register(new RestClientFilter(serviceInterface, annotations));
  }
}
