// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real services, the real requests; the verdict is what is under test. */
@Timeout(60)
class DemonstrationTest {
  private Collector collector = new Collector();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @BeforeAll
  static void silenceServers() {
    Quickstart.silenceServers();
  }

  @Test
  void findsFourWholeTraces() throws Exception {
    Verdict verdict = run(Services::tracedClient, services -> {}, Duration.ofSeconds(30));

    assertThat(printed()).contains("OK: every request left one whole trace.");
    assertThat(verdict.exitCode()).isZero();
    assertThat(verdict.tracesFound()).isEqualTo(4);
    assertThat(verdict.spansFound()).isEqualTo(13);
    assertThat(verdict.orphans()).isZero();
  }

  @Test
  void showsTwoCallsThatOverlap() throws Exception {
    boolean overlap = false;
    for (int i = 0; i < 3 && !overlap; i++) { // a busy machine may start the second call late
      collector = new Collector();
      Verdict verdict = run(Services::tracedClient, services -> {}, Duration.ofSeconds(30));

      List<SpanData> calls =
          verdict.findings().get(1).trace().spans().stream()
              .filter(span -> span.getKind() == SpanKind.CLIENT)
              .toList();
      overlap = calls.get(1).getStartEpochNanos() < calls.get(0).getEndEpochNanos();
    }

    assertThat(overlap).isTrue();
  }

  @Test
  void warmsTheClientUpBeforeThereIsAnySpan() throws Exception {
    List<Integer> spansWhenConfigured = new CopyOnWriteArrayList<>();

    run(
        tracer ->
            Services.tracedClient(tracer)
                .register(
                    new Feature() {
                      @Override
                      public boolean configure(FeatureContext context) {
                        return spansWhenConfigured.add(collector.spans().size());
                      }
                    }),
        services -> {},
        Duration.ofSeconds(30));

    // Jersey configures a client anew for each of its three targets.
    assertThat(spansWhenConfigured).containsExactly(0, 0, 0);
  }

  @Test
  void printsAsciiThatFitsATerminal() throws Exception {
    run(Services::tracedClient, services -> {}, Duration.ofSeconds(30));

    assertThat(printed()).matches(text -> US_ASCII.newEncoder().canEncode(text), "is ASCII");
    assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(80));
  }

  @Test
  void namesBothExceptionsBehindAnError() throws Exception {
    run(Services::tracedClient, services -> {}, Duration.ofSeconds(30));

    assertThat(printed())
        .contains("! IllegalStateException: no shelf holds the umbrella")
        .contains("! ConnectException: Connection refused");
  }

  @Test
  void failsWithoutStock() throws Exception {
    Verdict verdict =
        run(Services::tracedClient, services -> services.stock().close(), Duration.ZERO);

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly("missing: stock SERVER under ask-stock");
    assertThat(printed()).contains("FAILED: ");
  }

  @Test
  void failsWithoutShop() throws Exception {
    Verdict verdict =
        run(Services::tracedClient, services -> services.shop().close(), Duration.ZERO);

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.tracesFound()).isZero();
    assertThat(printed()).contains("-> java.net.ConnectException");
  }

  @Test
  void failsWithoutTheClientFeature() throws Exception {
    Verdict verdict = run(tracer -> ClientBuilder.newClient(), services -> {}, Duration.ZERO);

    assertThat(verdict.exitCode()).isEqualTo(1);
    assertThat(verdict.findings().get(0).faults())
        .containsExactly(
            "missing: shop CLIENT under GET:/items/{item}",
            "missing: stock SERVER under ask-stock");
    assertThat(verdict.strays()).hasSizeGreaterThanOrEqualTo(4);
    assertThat(printed()).contains("belongs to no request");
  }

  private Verdict run(
      Function<Tracer, Client> clients, Consumer<Services> sabotage, Duration patience)
      throws IOException, InterruptedException {
    Services services =
        new Services(name -> Telemetry.tracer(name, collector, Backend.NONE), clients);
    sabotage.accept(services);
    PrintStream out = new PrintStream(printed, true, US_ASCII);
    Terminal terminal = new Terminal(out, false);
    return new Demonstration(collector, services, Backend.NONE, terminal).run(patience);
  }

  private String printed() {
    return printed.toString(US_ASCII);
  }
}
