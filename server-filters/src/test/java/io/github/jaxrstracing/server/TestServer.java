// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** A Grizzly server on a free port of the loopback interface, and what its tracer recorded. */
final class TestServer implements AutoCloseable {
  final MockTracer tracer = new MockTracer();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpServer server;

  /** Serves the resources, traced by a feature of this builder. */
  TestServer(TracingFeatureBuilder options, Class<?>... resources) {
    this(null, options, resources);
  }

  TestServer(ResourceConfig given, TracingFeatureBuilder options, Class<?>... resources) {
    ResourceConfig config = given == null ? new ResourceConfig() : given;
    config.registerClasses(resources);
    if (options != null) {
      config.register(options.tracer(tracer).build());
    }
    server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://127.0.0.1:0/api/"), config);
  }

  String base() {
    return "http://127.0.0.1:" + server.getListener("grizzly").getPort() + "/api";
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(HttpRequest.newBuilder(URI.create(base() + path)), headers);
  }

  HttpResponse<String> post(String path, String body, String... headers) {
    return send(
        HttpRequest.newBuilder(URI.create(base() + path)).POST(BodyPublishers.ofString(body)),
        headers);
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** The one span of the last request; forgets it. */
  MockSpan span() {
    List<MockSpan> spans = spans(1);
    return spans.get(0);
  }

  /** This many spans, in the order of their ends; forgets them. */
  List<MockSpan> spans(int count) {
    await().until(() -> tracer.finishedSpans().size() >= count);
    List<MockSpan> spans = tracer.finishedSpans();
    tracer.reset();
    assertThat(spans).hasSize(count);
    return spans;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
