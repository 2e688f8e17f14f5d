// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.jersey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.client.TracedClient;
import io.github.jaxrstracing.client.TracedClients;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.client.ClientAsyncExecutor;
import org.glassfish.jersey.spi.ExecutorServiceProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CallerSpanExecutorTest {
  private final MockTracer tracer = new MockTracer();
  private final ExecutorService pool = Executors.newSingleThreadExecutor();
  private final List<Client> clients = new ArrayList<>();

  @AfterEach
  void close() {
    clients.forEach(Client::close);
    pool.shutdownNow();
    assertThat(tracer.activeSpan()).isNull();
  }

  private CallerSpanExecutor executor() {
    TracedClient client = TracedClients.tracedBy(tracer);
    return new CallerSpanExecutor(pool, client, new Callers(client));
  }

  @Test
  void taskSeesTheCallersSpanAndTheThreadIsLeftClean() throws Exception {
    CallerSpanExecutor executor = executor();
    Span span = tracer.buildSpan("caller").start();
    Future<Span> seen;
    try (Scope scope = tracer.activateSpan(span)) {
      assertThat(scope).isNotNull();
      seen = executor.submit(tracer::activeSpan);
    }

    assertThat(seen.get()).isSameAs(span);
    assertThat(pool.submit(tracer::activeSpan).get()).isNull();
  }

  @Test
  void taskThatThrowsLeavesTheThreadClean() throws Exception {
    CallerSpanExecutor executor = executor();
    Future<?> failing;
    try (Scope scope = tracer.activateSpan(tracer.buildSpan("caller").start())) {
      assertThat(scope).isNotNull();
      failing =
          executor.submit(
              () -> {
                throw new IllegalStateException("by the task");
              });
    }

    assertThatThrownBy(failing::get).isInstanceOf(ExecutionException.class);
    assertThat(pool.submit(tracer::activeSpan).get()).isNull();
  }

  @Test
  void endsWithTheExecutorBehindIt() throws Exception {
    CallerSpanExecutor executor = executor();

    executor.shutdown();

    assertThat(executor.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    assertThat(executor.isShutdown()).isTrue();
    assertThat(executor.isTerminated()).isTrue();
    assertThat(executor.shutdownNow()).isEmpty();
    assertThat(pool.isShutdown()).isTrue();
    assertThatThrownBy(() -> executor.execute(() -> {}))
        .isInstanceOf(RejectedExecutionException.class);
  }

  @ClientAsyncExecutor
  private static final class OwnProvider implements ExecutorServiceProvider {
    private final ExecutorService pool;

    private OwnProvider(ExecutorService pool) {
      this.pool = pool;
    }

    @Override
    public ExecutorService getExecutorService() {
      return pool;
    }

    @Override
    public void dispose(ExecutorService executor) {}
  }

  private Client client(Object... components) {
    ClientBuilder builder = ClientBuilder.newBuilder();
    for (Object component : components) {
      builder.register(component);
    }
    Client client =
        builder
            .register(
                (ClientRequestFilter)
                    request ->
                        request.abortWith(
                            Response.ok(
                                    Thread.currentThread().getName()
                                        + (tracer.activeSpan() == null ? " clean" : " carried"))
                                .build()))
            .build();
    clients.add(client);
    return client;
  }

  private String ran(Client client) throws Exception {
    try (Scope scope = tracer.activateSpan(tracer.buildSpan("caller").start())) {
      assertThat(scope).isNotNull();
      return client.target("http://a.invalid").request().async().get(String.class).get();
    }
  }

  private String poolThread() throws Exception {
    return pool.submit(() -> Thread.currentThread().getName()).get();
  }

  @Test
  void jerseysThreadsCarryTheSpan() throws Exception {
    String ran = ran(client(new ClientTracingFeature(tracer)));

    assertThat(ran).startsWith("jersey-client-async-executor").endsWith(" carried");
  }

  @Test
  void providerOfTheApplicationIsLeftAlone() throws Exception {
    String ran = ran(client(new OwnProvider(pool), new ClientTracingFeature(tracer)));

    assertThat(ran).isEqualTo(poolThread() + " clean");
  }

  @Test
  void providerThatComesLaterRunsTheCall() throws Exception {
    jakarta.ws.rs.core.Feature later =
        context -> {
          context.register(new OwnProvider(pool));
          return true;
        };

    String ran = ran(client(new ClientTracingFeature(tracer), later));

    assertThat(ran).startsWith(poolThread());
  }

  @Test
  void rxUsesTheSameThreads() throws Exception {
    Client client = client(new ClientTracingFeature(tracer));

    CompletableFuture<String> ran =
        client.target("http://a.invalid").request().rx().get(String.class).toCompletableFuture();

    assertThat(ran.get()).startsWith("jersey-client-async-executor").endsWith(" clean");
  }

  @Test
  void configuringClientsMakesNoThreads() throws Exception {
    for (int i = 0; i < 200; i++) {
      client(new ClientTracingFeature(tracer)).target("http://a.invalid").request().get();
    }

    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("jersey-client-async-executor"))
        .hasSizeLessThan(10);
  }

  @Test
  void closingTheClientEndsItsThreads() throws Exception {
    Client client = client(new ClientTracingFeature(tracer));
    String thread = ran(client).split(" ", 2)[0];

    client.close();

    org.awaitility.Awaitility.await()
        .until(
            () ->
                Thread.getAllStackTraces().keySet().stream()
                    .noneMatch(t -> t.isAlive() && t.getName().equals(thread)));
  }
}
