// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import io.github.jaxrstracing.it.contract.client.ClientEnvironment;
import jakarta.ws.rs.client.ClientBuilder;

/** Jersey with the connector that it has without being asked. */
interface OnHttpUrlConnection extends ClientEnvironment {
  @Override
  default ClientBuilder clientBuilder() {
    return ClientBuilder.newBuilder();
  }
}
