// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.BrokenServer;
import io.github.jaxrstracing.it.contract.client.ClientContract;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.cxf.jaxrs.client.JAXRSClientFactory;
import org.apache.cxf.jaxrs.client.WebClient;
import org.junit.jupiter.api.Test;

/** What only CXF does to a call. */
abstract class CxfClientContract extends ClientContract {
  private static final int CALLS = 40;

  /** A service, as CXF's proxies call it. */
  @Path("orders")
  public interface Orders {
    @GET
    @Path("{id}")
    String get(@PathParam("id") String id);
  }

  @Test
  void refusedAsynchronousCallsNeverEndWithTheAnswerThatCxfMakesUp() throws Exception {
    Client client = client();

    for (int i = 0; i < CALLS; i++) {
      Future<Response> call =
          client.target(BrokenServer.refusing()).request().async().post(Entity.text("text " + i));
      try {
        call.get(10, TimeUnit.SECONDS).close();
      } catch (java.util.concurrent.ExecutionException expected) {
        assertThat(expected).isNotNull();
      }
    }

    assertThat(spans(CALLS)).extracting(FinishedSpan::isError).containsOnly(true);
    assertThat(spans(CALLS))
        .allSatisfy(span -> assertThat(span.tags()).doesNotContainKey("http.status_code"));
  }

  @Test
  void callsThatShareTheirPropertiesKeepTheirOwnSpans() throws Exception {
    WebTarget target = client().target(server.uri("/a"));
    Invocation.Builder request =
        target.request().property(ClientTracingFeature.OPERATION_NAME, "shared");
    List<String> parents = new ArrayList<>();
    List<Future<Response>> calls = new ArrayList<>();

    for (int i = 0; i < 10; i++) {
      Span parent = inParent(() -> calls.add(request.async().get()));
      parents.add(parent.context().toSpanId());
    }
    for (Future<Response> call : calls) {
      status(call.get(10, TimeUnit.SECONDS));
    }

    List<FinishedSpan> spans = spans(10);
    assertThat(spans)
        .extracting(FinishedSpan::parentId)
        .containsExactlyInAnyOrderElementsOf(parents);
    assertThat(server.received())
        .extracting(this::wire)
        .containsExactlyInAnyOrderElementsOf(spans.stream().map(FinishedSpan::ids).toList());
  }

  @Test
  void entitiesThatAreReadAfterTheCallBelongToIt() {
    Client client =
        client(
            b ->
                b.register(
                    ClientTracingFeature.builder().tracer(tracer).serializationSpans().build()));

    for (String name : List.of("", "named")) {
      String answer =
          client
              .target(server.uri("/echo"))
              .request()
              .property(ClientTracingFeature.OPERATION_NAME, name)
              .post(Entity.text("text"))
              .readEntity(String.class);
      assertThat(answer).isEqualTo("text");
    }

    List<String> calls = spans(2).stream().map(FinishedSpan::spanId).toList();
    assertThat(tracer.finished())
        .filteredOn(span -> span.name().equals("deserialize"))
        .extracting(FinishedSpan::parentId)
        .containsExactlyElementsOf(calls);
  }

  @Test
  void proxiesAndWebClientsAreTraced() throws Exception {
    List<Object> providers = List.of(new ClientTracingFeature(tracer));
    String address = server.uri("").toString();
    Orders orders = JAXRSClientFactory.create(address, Orders.class, providers);

    Span parent =
        inParent(
            () ->
                orders.get("7") + WebClient.create(address, providers).path("a").get().getStatus());

    assertThat(spans(2))
        .extracting(FinishedSpan::parentId)
        .containsOnly(parent.context().toSpanId());
    assertThat(spans(2)).extracting(FinishedSpan::status).containsOnly("200");
  }

  @Test
  void executorThatIsGivenAfterTheFeatureDoesNotKnowTheCallerOfRx() throws Exception {
    ExecutorService own = Executors.newSingleThreadExecutor();
    try {
      Client client =
          client(b -> b.register(new ClientTracingFeature(tracer)).executorService(own));

      inParent(
          () ->
              status(
                  client
                      .target(server.uri("/a"))
                      .request()
                      .rx()
                      .get()
                      .toCompletableFuture()
                      .get(10, TimeUnit.SECONDS)));

      assertThat(span().parentId()).isNull();
    } finally {
      own.shutdownNow();
    }
  }
}
