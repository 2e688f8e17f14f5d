// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Tracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real services, the real requests; the verdict is what is under test. */
@Timeout(60)
class QuickstartTest {
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
  void printsAsciiThatFitsATerminal() throws Exception {
    run(Services::tracedClient, services -> {}, Duration.ofSeconds(30));

    assertThat(printed()).matches(text -> US_ASCII.newEncoder().canEncode(text), "is ASCII");
    assertThat(printed().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(100));
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
    assertThat(verdict.strays()).hasSize(4);
    assertThat(printed()).contains("belongs to no request");
  }

  private Verdict run(
      Function<Tracer, Client> clients, Consumer<Services> sabotage, Duration patience)
      throws IOException, InterruptedException {
    Collector collector = new Collector();
    Services services = new Services(name -> Telemetry.tracer(name, collector), clients);
    sabotage.accept(services);
    PrintStream out = new PrintStream(printed, true, US_ASCII);
    return new Quickstart(collector, services, out).run(patience);
  }

  private String printed() {
    return printed.toString(US_ASCII);
  }
}
