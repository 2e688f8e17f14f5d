// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.contract.client.BrokenServer;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.ClientBuilder;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.junit.jupiter.api.Test;

class ProxyClientTest extends ClientContract {
  @Path("orders")
  public interface Orders {
    @GET
    @Path("{id}")
    String get(@PathParam("id") String id);

    @POST
    String create(String order);
  }

  @Path("status/404")
  public interface Missing {
    @GET
    String get();
  }

  @Override
  public ClientBuilder clientBuilder() {
    return ClientBuilder.newBuilder();
  }

  @Test
  void callOfTheInterfaceIsOneSpan() throws Exception {
    Orders orders = WebResourceFactory.newResource(Orders.class, client().target(server.uri("/")));

    MockSpan parent = inParent(() -> orders.get("7") + orders.create("tea"));

    assertThat(spans(2)).extracting(MockSpan::parentId).containsOnly(parent.context().spanId());
    assertThat(spans(2)).extracting(MockSpan::operationName).containsExactly("GET", "POST");
    assertThat(spans(2).get(0).tags())
        .containsEntry("http.url", server.uri("/orders/7").toString());
    assertThat(server.received())
        .extracting(ClientContract::wire)
        .containsExactly(wire(spans(2).get(0)), wire(spans(2).get(1)));
  }

  @Test
  void errorStatusIsError() {
    Missing missing =
        WebResourceFactory.newResource(Missing.class, client().target(server.uri("/")));

    assertThatThrownBy(missing::get).isInstanceOf(NotFoundException.class);

    assertThat(span().tags()).containsEntry("error", true).containsEntry("http.status_code", 404);
  }

  @Test
  void refusedCallIsError() {
    Orders orders =
        WebResourceFactory.newResource(Orders.class, client().target(BrokenServer.refusing()));

    assertThatThrownBy(() -> orders.get("7")).isInstanceOf(ProcessingException.class);

    assertThat(span().tags()).containsEntry("error", true);
    assertThat(span().logEntries()).hasSize(1);
  }
}
