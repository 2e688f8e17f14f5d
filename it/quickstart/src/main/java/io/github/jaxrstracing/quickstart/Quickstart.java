// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts three services, sends four requests, and shows the trace that each of them left. */
public final class Quickstart {
  // What the servers log of their start and of the planned exceptions would hide the traces.
  private static final Logger SERVERS = Logger.getLogger("org.glassfish");

  private final Collector collector;
  private final Services services;
  private final PrintStream out;

  Quickstart(Collector collector, Services services, PrintStream out) {
    this.collector = collector;
    this.services = services;
    this.out = out;
  }

  /**
   * Runs it all. The exit code is 0 only when every request left one whole trace.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    silenceServers();
    System.out.println("Starting three services: shop calls stock and prices ...");
    try {
      Collector collector = new Collector();
      Services services =
          new Services(name -> Telemetry.tracer(name, collector), Services::tracedClient);
      Verdict verdict = new Quickstart(collector, services, System.out).run(Duration.ofSeconds(5));
      System.exit(verdict.exitCode());
    } catch (IOException | InterruptedException | RuntimeException | Error e) {
      e.printStackTrace();
      System.exit(2); // the threads of a server that did start would keep the JVM
    }
  }

  static void silenceServers() {
    SERVERS.setLevel(Level.OFF);
  }

  /** Sends the requests, waits at most that long for their spans, ends the services, and judges. */
  Verdict run(Duration patience) throws IOException, InterruptedException {
    try (services) {
      out.println("  shop    " + services.shop().uri());
      out.println("  stock   " + services.stock().uri());
      out.println("  prices  " + services.prices().uri());
      out.println("Sending four requests to shop ...");
      sendAll(Scenario.ALL);
      collector.await(Scenario.ALL.stream().mapToInt(each -> each.spans().size()).sum(), patience);
    }
    // The services have ended: a span that is not here by now is missing.
    Verdict verdict = Verdict.of(Scenario.ALL, Trace.of(collector.spans()));
    out.print(Report.of(verdict));
    return verdict;
  }

  // This client is not traced, as a browser is not: the traces begin in shop.
  private void sendAll(List<Scenario> scenarios) throws InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    int number = 0;
    for (Scenario scenario : scenarios) {
      out.printf("  [%d] GET %-28s ", ++number, scenario.path());
      out.println("-> " + answer(client, scenario.path()) + "  " + scenario.title());
    }
  }

  private String answer(HttpClient client, String path) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(services.shop().uri().resolve(path))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return "" + client.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
