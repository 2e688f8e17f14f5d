// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Feature;
import java.net.URI;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;

class InstalledClientTracingTest {
  private static final class Messages extends Handler {
    private final List<String> messages = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord message) {
      if (message.getLevel().intValue() >= Level.WARNING.intValue()
          && String.valueOf(message.getMessage()).contains("jaxrstracing")) {
        messages.add(message.getMessage());
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  @Path("orders")
  public static class Orders {
    @GET
    public String get() {
      return "tea";
    }
  }

  @Test
  void isAService() {
    assertThat(ServiceLoader.load(Feature.class))
        .hasAtLeastOneElementOfType(InstalledClientTracing.class);
  }

  @Test
  void neitherServersNorClientsComplainOfIt() throws Exception {
    Logger root = Logger.getLogger("");
    Messages messages = new Messages();
    root.addHandler(messages);
    try {
      HttpServer server =
          GrizzlyHttpServerFactory.createHttpServer(
              URI.create("http://127.0.0.1:0/"), new ResourceConfig(Orders.class));
      Client client = ClientBuilder.newClient();
      try {
        int port = server.getListeners().iterator().next().getPort();
        String answer =
            client.target("http://127.0.0.1:" + port + "/orders").request().get(String.class);

        assertThat(answer).isEqualTo("tea");
      } finally {
        client.close();
        server.shutdownNow();
      }
    } finally {
      root.removeHandler(messages);
    }
    assertThat(messages.messages).isEmpty();
  }

  @Test
  void refusesNull() {
    assertThatThrownBy(() -> ClientTracingFeature.installForAllClients((ClientTracingFeature) null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("installForAllClients");
  }
}
