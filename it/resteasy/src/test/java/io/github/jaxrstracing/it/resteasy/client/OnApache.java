// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import io.github.jaxrstracing.it.contract.client.ClientEnvironment;
import jakarta.ws.rs.client.ClientBuilder;
import org.jboss.resteasy.client.jaxrs.ResteasyClientBuilder;

/** RESTEasy with the engine that it has without being asked. */
interface OnApache extends ClientEnvironment {
  // By default it has one connection, and does not follow redirects.
  @Override
  default ClientBuilder clientBuilder() {
    return ((ResteasyClientBuilder) ClientBuilder.newBuilder())
        .connectionPoolSize(128)
        .setFollowRedirects(true);
  }

  // RESTEasy takes the context of the caller to every executor.
  @Override
  default boolean ownExecutorsCarryTheCaller() {
    return true;
  }
}
