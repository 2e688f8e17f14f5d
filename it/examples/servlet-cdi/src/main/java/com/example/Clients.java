// SPDX-License-Identifier: Apache-2.0
package com.example;

import io.github.jaxrstracing.client.ClientTracingFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;

/** Makes the client, whose calls are traced by the same tracer as the requests. */
@ApplicationScoped
public class Clients {
  @Produces
  @ApplicationScoped
  Client client() {
    return ClientBuilder.newBuilder().register(new ClientTracingFeature()).build();
  }
}
