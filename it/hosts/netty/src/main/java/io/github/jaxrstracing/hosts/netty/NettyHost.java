// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.netty;

import io.github.jaxrstracing.hosts.shop.Shop;
import io.github.jaxrstracing.server.TracingFeature;
import java.net.URI;
import org.glassfish.jersey.netty.httpserver.NettyHttpContainerProvider;
import org.glassfish.jersey.server.ResourceConfig;

public final class NettyHost {
  public static void main(String[] args) {
    ResourceConfig config =
        new ResourceConfig()
            .registerClasses(Shop.classes())
            .register(
                TracingFeature.builder().tracer(Shop.TRACER).traceAll().skip("/health").build());
    URI uri = URI.create("http://localhost:" + args[0] + "/");
    NettyHttpContainerProvider.createServer(uri, config, false);
  }
}
