// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends four requests to the three services, and shows the trace that each of them left. */
final class Demonstration {
  private static final int WARM_UPS = 5;
  private static final String NOT_SAMPLED =
      "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";

  // This client is not traced, as a browser is not: the traces begin in shop.
  private final HttpClient client = HttpClient.newHttpClient();
  private final Collector collector;
  private final Services services;
  private final Backend backend;
  private final Terminal terminal;

  Demonstration(Collector collector, Services services, Backend backend, Terminal terminal) {
    this.collector = collector;
    this.services = services;
    this.backend = backend;
    this.terminal = terminal;
  }

  /** Sends the requests, waits at most that long for their spans, ends the services, and judges. */
  Verdict run(Duration patience) throws IOException, InterruptedException {
    try (services) {
      sendAll(patience);
    }
    // The services have ended: a span that is not here by now is missing.
    Verdict verdict = judge();
    println("");
    println("See more: -Dzipkin shows the traces in Zipkin, -Dshow=help one idea at a time.");
    return verdict;
  }

  /** Sends the requests, judges, and leaves the services running until the input has a line. */
  Verdict runUntilEnter(Duration patience, InputStream input)
      throws IOException, InterruptedException {
    try (services) {
      sendAll(patience);
      Verdict verdict = judge();
      println("");
      println("The services run until you press Enter. Ask them yourself:");
      println("  curl " + services.shop().uri().resolve(Scenario.ALL.get(1).path()));
      new Visit(collector, backend, terminal).untilEnter(input);
      return verdict;
    }
  }

  private void sendAll(Duration patience) throws InterruptedException {
    println("  shop    " + services.shop().uri());
    println("  stock   " + services.stock().uri());
    println("  prices  " + services.prices().uri());
    warmUp();
    println("Sending four requests to shop ...");
    int number = 0;
    for (Scenario scenario : Scenario.ALL) {
      String answer = answer(scenario.path());
      terminal
          .out()
          .printf(
              "  [%d] GET %-28s -> %s  %s%n", ++number, scenario.path(), answer, scenario.title());
    }
    collector.await(Scenario.ALL.stream().mapToInt(each -> each.spans().size()).sum(), patience);
  }

  // The first requests load classes and connect, which takes longer than all that is to be seen.
  // Their sender has not sampled them, and so neither do the services: they leave no spans.
  private void warmUp() throws InterruptedException {
    for (int i = 0; i < WARM_UPS; i++) {
      for (Scenario scenario : Scenario.ALL) {
        answer(scenario.path(), "traceparent", NOT_SAMPLED);
      }
    }
  }

  private String answer(String path, String... headers) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(services.shop().uri().resolve(path)).timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return "" + client.send(request.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private Verdict judge() {
    Verdict verdict = Verdict.of(Scenario.ALL, Trace.of(collector.spans()));
    terminal.out().print(Report.of(verdict, backend, terminal));
    return verdict;
  }

  private void println(String line) {
    terminal.out().println(line);
  }
}
