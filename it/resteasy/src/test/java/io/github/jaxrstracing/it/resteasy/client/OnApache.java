// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import io.github.jaxrstracing.it.contract.client.ClientEnvironment;
import io.github.jaxrstracing.it.testkit.Differs;
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

  @Override
  @Differs("RESTEasy makes the caller's span active on an executor of the application as well.")
  default boolean ownExecutorsCarryTheCaller() {
    return true;
  }
}
