// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.client.ClientTracingFeature;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.concurrent.ExecutorService;
import org.eclipse.microprofile.opentracing.ClientTracingRegistrarProvider;

/** Traces the clients that are configured by MicroProfile's {@code ClientTracingRegistrar}. */
public final class ClientRegistrar implements ClientTracingRegistrarProvider {
  /** Called by service loading. */
  public ClientRegistrar() {}

  @Override
  public ClientBuilder configure(ClientBuilder clientBuilder) {
    return clientBuilder.getConfiguration().isRegistered(ClientTracingFeature.class)
        ? clientBuilder
        : clientBuilder.register(new ClientTracingFeature());
  }

  @Override
  public ClientBuilder configure(ClientBuilder clientBuilder, ExecutorService executorService) {
    return configure(clientBuilder.executorService(executorService));
  }
}
