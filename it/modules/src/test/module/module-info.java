// SPDX-License-Identifier: Apache-2.0

/** An application that is a module. */
@SuppressWarnings("requires-automatic")
module io.github.jaxrstracing.it.shop {
  requires io.github.jaxrstracing;
  requires io.github.jaxrstracing.client;
  requires io.github.jaxrstracing.server;
  requires io.opentracing.api;
  requires io.opentracing.mock;
  requires jakarta.ws.rs;
  requires jersey.container.grizzly2.http;
  requires jersey.server;
  requires org.glassfish.grizzly.http.server;

  // For Jersey, which makes the resources.
  opens io.github.jaxrstracing.it.shop;
}
