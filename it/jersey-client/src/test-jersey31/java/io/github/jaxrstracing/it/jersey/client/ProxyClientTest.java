// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.contract.client.BrokenServer;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.opentracing.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.ProcessingException;
import org.glassfish.jersey.client.proxy.WebResourceFactory;
import org.junit.jupiter.api.Test;

class ProxyClientTest extends ClientContract implements OnHttpUrlConnection {
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
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Test
  void callOfTheInterfaceIsOneSpan() throws Exception {
    Orders orders = WebResourceFactory.newResource(Orders.class, client().target(server.uri("/")));

    Span parent = inParent(() -> orders.get("7") + orders.create("tea"));

    assertThat(spans(2))
        .extracting(FinishedSpan::parentId)
        .containsOnly(parent.context().toSpanId());
    assertThat(spans(2)).extracting(FinishedSpan::name).containsExactly("GET", "POST");
    assertThat(spans(2).get(0).tags())
        .containsEntry("http.url", server.uri("/orders/7").toString());
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactly(spans(2).get(0).ids(), spans(2).get(1).ids());
  }

  @Test
  void errorStatusIsError() {
    Missing missing =
        WebResourceFactory.newResource(Missing.class, client().target(server.uri("/")));

    assertThatThrownBy(missing::get).isInstanceOf(NotFoundException.class);

    assertThat(span().isError()).isTrue();
    assertThat(span().tags()).containsEntry("http.status_code", kept(404));
  }

  @Test
  void refusedCallIsError() {
    Orders orders =
        WebResourceFactory.newResource(Orders.class, client().target(BrokenServer.refusing()));

    assertThatThrownBy(() -> orders.get("7")).isInstanceOf(ProcessingException.class);

    assertThat(span().isError()).isTrue();
    assertThat(span().logs()).hasSize(1);
  }
}
