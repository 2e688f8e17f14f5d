// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static io.github.jaxrstracing.it.testkit.Waiting.PATIENCE;
import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.NothingLeftBehind;
import io.github.jaxrstracing.it.testkit.RecordingTracer;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.server.TracingFeature;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import io.opentracing.Tracer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * What all contracts share: servers that live as long as a test, one tracer, and the checks that
 * follow every test.
 */
public abstract class ServerContract implements ServerEnvironment {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final List<RunningServer> servers = new ArrayList<>();
  private final Warnings warnings = new Warnings();
  private @Nullable ExecutorService elsewhere;
  private RecordingTracer tracer;
  private NothingLeftBehind nothingLeft;

  /** Called by JUnit. */
  protected ServerContract() {}

  @BeforeEach
  final void makeTracer() {
    tracer = new RecordingTracer(newTracer());
    nothingLeft = new NothingLeftBehind(tracer, warnings);
  }

  @AfterEach
  final void nothingIsLeftBehind() throws Exception {
    try {
      nothingLeft.awaitQuiet();
      for (RunningServer server : servers) {
        assertThat(probe(server)).as("active spans on the server's threads").containsOnly("none");
      }
      if (elsewhere != null) {
        nothingLeft.checkThreads(elsewhere, 1);
      }
      nothingLeft.check();
    } finally {
      warnings.close();
      if (elsewhere != null) {
        elsewhere.shutdownNow();
      }
      for (RunningServer server : servers) {
        server.stop().stop();
      }
      tracer.close();
    }
  }

  private static List<String> probe(RunningServer server) {
    HttpRequest request =
        HttpRequest.newBuilder(server.baseUri().resolve(Probe.PATH)).timeout(PATIENCE).build();
    List<CompletableFuture<HttpResponse<String>>> answers =
        Stream.generate(() -> HTTP.sendAsync(request, BodyHandlers.ofString()))
            .limit(THREADS)
            .toList();
    return answers.stream().map(answer -> answer.join().body()).toList();
  }

  /**
   * The tracer that the features of this test are given.
   *
   * @return counts what is done with it
   */
  protected final Tracer tracer() {
    return tracer;
  }

  /** How often the tracer was called. */
  final int tracerCalls() {
    return tracer.calls();
  }

  /** The headers as the tracer saw them last. */
  final List<Map.Entry<String, String>> extracted() {
    return tracer.extracted();
  }

  /** The spans that were finished so far. */
  final List<FinishedSpan> finishedSpans() {
    return tracer.finished();
  }

  /** The scopes that were not closed as they must so far. */
  final List<String> misuses() {
    return tracer.misuses();
  }

  /** The checks that follow every test, for those that have more threads. */
  final NothingLeftBehind nothingLeft() {
    return nothingLeft;
  }

  /** The threads that have an open scope right now. */
  final List<String> openScopes() {
    return tracer.openScopes();
  }

  /**
   * How many spans were started so far.
   *
   * @return finished or not
   */
  protected final int started() {
    return tracer.started();
  }

  /**
   * How many spans were finished so far.
   *
   * @return as the tracer tells
   */
  protected final int finished() {
    return tracer.finished().size();
  }

  /** A whole number as the tracer keeps it in a tag. */
  final Object kept(int number) {
    return tracer.recorded().kept(number);
  }

  /**
   * What the library has warned of. A test that expects warnings takes them; what is left fails it.
   *
   * @return the messages since the last call
   */
  protected final List<String> takeWarnings() {
    return warnings.take();
  }

  /** Waits for at least that many warnings, which may come after the answer, and takes them. */
  final List<String> awaitWarnings(int count) {
    List<String> taken = new ArrayList<>();
    awaitSoon()
        .untilAsserted(
            () -> {
              taken.addAll(warnings.take());
              assertThat(taken).hasSizeGreaterThanOrEqualTo(count);
            });
    nothingLeft.awaitQuiet();
    taken.addAll(warnings.take());
    return taken;
  }

  /**
   * One thread of the application's own.
   *
   * @return always the same one
   */
  protected final ExecutorService elsewhere() {
    if (elsewhere == null) {
      elsewhere = Executors.newSingleThreadExecutor(task -> new Thread(task, "elsewhere"));
    }
    return elsewhere;
  }

  /**
   * A feature that traces what is annotated.
   *
   * @return a new one
   */
  protected final TracingFeature tracing() {
    return new TracingFeature(tracer);
  }

  /**
   * A feature that traces everything.
   *
   * @return a new one
   */
  protected final TracingFeature tracingAll() {
    return tracingBuilder().traceAll().build();
  }

  /**
   * A feature that is configured further.
   *
   * @return a new builder that has a tracer
   */
  protected final TracingFeatureBuilder tracingBuilder() {
    return TracingFeature.builder().tracer(tracer);
  }

  /** What is active on each thread of the server that was started last. */
  final List<String> activeOnServerThreads() {
    return probe(servers.get(servers.size() - 1));
  }

  /**
   * Starts a server, which is stopped after the test. Requests go to the one that was started last.
   *
   * @param application what it serves
   * @return the server
   * @throws Exception when it does not start
   */
  protected final RunningServer serve(App application) throws Exception {
    RunningServer server = start(application.with(new Probe(tracer.recorded().tracer(), THREADS)));
    servers.add(server);
    return server;
  }

  /**
   * The address of a path on the server that was started last.
   *
   * @param path without a slash at its beginning
   * @return an absolute URI
   */
  protected final URI uri(String path) {
    return servers.get(servers.size() - 1).baseUri().resolve(path);
  }

  /**
   * Sends a GET request.
   *
   * @param path without a slash at its beginning
   * @param headers names and values in turn
   * @return the answer
   * @throws Exception when there is none
   */
  protected final HttpResponse<String> get(String path, String... headers) throws Exception {
    return send("GET", path, "", headers);
  }

  /**
   * Sends a request.
   *
   * @param method the HTTP method
   * @param path without a slash at its beginning
   * @param body empty for none
   * @param headers names and values in turn
   * @return the answer
   * @throws Exception when there is none
   */
  protected final HttpResponse<String> send(
      String method, String path, String body, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(PATIENCE)
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /**
   * Sends a GET request without waiting for its answer.
   *
   * @param path without a slash at its beginning
   * @return the answer to come
   */
  protected final CompletableFuture<HttpResponse<String>> getLater(String path) {
    HttpRequest request = HttpRequest.newBuilder(uri(path)).timeout(PATIENCE).build();
    return HTTP.sendAsync(request, BodyHandlers.ofString());
  }

  /**
   * Waits for the one span of this test.
   *
   * @return the span, finished
   */
  protected final FinishedSpan span() {
    return spans(1).get(0);
  }

  /**
   * Waits for the spans of this test.
   *
   * @param count how many there are, exactly
   * @return the spans, in the order of their ends
   */
  protected final List<FinishedSpan> spans(int count) {
    awaitSoon().until(() -> finished() >= count);
    nothingLeft.awaitQuiet();
    List<FinishedSpan> finished = tracer.finished();
    assertThat(finished).hasSize(count);
    return finished;
  }

  /** The span with this name; there is no other one of this name. */
  final FinishedSpan span(String name) {
    nothingLeft.awaitQuiet();
    List<FinishedSpan> named =
        tracer.finished().stream().filter(span -> span.name().equals(name)).toList();
    assertThat(named).as(name).hasSize(1);
    return named.get(0);
  }

  /** A caller whose span has this baggage. */
  final RemoteParent remoteParent(Map<String, String> baggage) {
    return RemoteParent.of(newTracer().tracer(), baggage);
  }

  /**
   * The time by the clock of spans.
   *
   * @return microseconds since the epoch
   */
  protected static long nowMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }
}
