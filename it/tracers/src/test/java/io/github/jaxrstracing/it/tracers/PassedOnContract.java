// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.server.HostileContract;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriBuilder;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a stranger sends, in the service that gets it and in the next one. */
abstract class PassedOnContract extends HostileContract {
  // What a client and its tracer write; a header beyond these was smuggled in.
  private static final Set<String> WRITTEN =
      Set.of(
          "accept",
          "connection",
          "host",
          "user-agent",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "x-b3-traceid",
          "x-b3-spanid",
          "x-b3-sampled",
          "x-b3-flags",
          "uber-trace-id");

  private final MockWebServer next = new MockWebServer();
  private final Queue<Headers> passedOn = new ConcurrentLinkedQueue<>();

  @Override
  public RunningServer start(Application application) throws Exception {
    HttpServer server =
        GrizzlyHttpServerFactory.createHttpServer(
            URI.create("http://127.0.0.1:0/"), ResourceConfig.forApplication(application));
    int port = server.getListeners().iterator().next().getPort();
    return new RunningServer(
        UriBuilder.fromUri("http://127.0.0.1/").port(port).build(), server::shutdownNow);
  }

  @BeforeEach
  final void startNext() throws Exception {
    next.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            passedOn.add(request.getHeaders());
            return new MockResponse.Builder().build();
          }
        });
    next.start(InetAddress.getLoopbackAddress(), 0);
  }

  @AfterEach
  final void stopNext() {
    next.close();
  }

  @Test
  void writesNothingElseIntoTheHeadersOfCalls() throws Exception {
    try (Client client =
        ClientBuilder.newBuilder().register(new ClientTracingFeature(tracer())).build()) {
      sendToBoth(new PassesOn(client, next.url("/next").uri()), requests());
    }

    assertThat(passedOn)
        .hasSizeGreaterThan(requests().size() / 6)
        .allSatisfy(PassedOnContract::assertHarmless);
  }

  private static void assertHarmless(Headers headers) {
    for (String name : headers.names()) {
      String lower = name.toLowerCase(Locale.ROOT);
      assertThat(WRITTEN.contains(lower) || lower.startsWith("uberctx-")).as(lower).isTrue();
      assertThat(headers.values(name)).allMatch(value -> value.matches("[\t -~]*"));
    }
  }

  /** Calls the next service, with text of the request in the baggage. */
  @Path("hostile")
  public static final class PassesOn {
    private final Client client;
    private final URI next;

    PassesOn(Client client, URI next) {
      this.client = client;
      this.next = next;
    }

    @GET
    @Path("{id: .*}")
    public String get(@PathParam("id") String id, @Context ContainerRequestContext request) {
      Span span = TracingFeature.spanOf(request);
      if (span != null) {
        span.setBaggageItem(id, id);
      }
      return "the next one says " + client.target(next).request().get().getStatus();
    }
  }
}
