// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.github.jaxrstracing.quickstart.Services;
import io.opentracing.Tracer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.Function;

/** Requests to the services of the quickstart, from a client that is not traced. */
final class Requests {
  private Requests() {}

  /** Shop asks stock and prices for one item; then all three end and report their spans. */
  static void offer(Function<String, Tracer> tracers, String... headers)
      throws IOException, InterruptedException {
    try (Services services = new Services(tracers, Services::tracedClient)) {
      get(services.shop().uri().resolve("/items/kettle/offer"), headers);
    }
  }

  static String get(URI uri, String... headers) throws IOException, InterruptedException {
    HttpResponse<String> response = send(uri, headers);
    if (response.statusCode() != 200) {
      throw new IOException(uri + " answered " + response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  static HttpResponse<String> send(URI uri, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
  }
}
