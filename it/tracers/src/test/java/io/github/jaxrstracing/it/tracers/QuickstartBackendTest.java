// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.it.tracers.OtlpReceiver.Received;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a user has of {@code -Dotlp=URL}. */
@Timeout(120)
class QuickstartBackendTest {
  @Test
  void sendsItsTracesAndLinksThem() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver();
        QuickstartProgram quickstart = new QuickstartProgram("-Dotlp=" + receiver.endpoint())) {
      quickstart.endInput();

      assertThat(quickstart.exitCode()).isZero();
      assertThat(receiver.spans()).hasSize(13);
      assertThat(receiver.spans())
          .extracting(span -> "    http://127.0.0.1:16686/trace/" + span.traceId())
          .allSatisfy(link -> assertThat(quickstart.printed()).contains(link));
    }
  }

  @Test
  void takesRequestsUntilEnter() throws Exception {
    try (OtlpReceiver receiver = new OtlpReceiver();
        QuickstartProgram quickstart = new QuickstartProgram("-Dotlp=" + receiver.endpoint())) {
      String curl = quickstart.awaitLine(line -> line.startsWith("  curl "));
      Requests.get(URI.create(curl.substring("  curl ".length())));
      String link = quickstart.awaitLine(line -> line.startsWith("    http://"));
      String traceId = link.substring(link.lastIndexOf('/') + 1);
      await().until(() -> spansOf(traceId, receiver) == 5);
      quickstart.pressEnter();

      assertThat(quickstart.exitCode()).isZero();
      assertThat(receiver.spans()).hasSize(18);
    }
  }

  @Test
  void refusesWhatIsNoUrl() throws Exception {
    try (QuickstartProgram quickstart = new QuickstartProgram("-Dotlp=true")) {
      assertThat(quickstart.exitCode()).isEqualTo(2);
      assertThat(quickstart.printed())
          .containsExactly("-Dotlp: \"true\" is not a URL such as http://localhost:4318");
    }
  }

  @Test
  void refusesWhereNobodyListens() throws Exception {
    String endpoint;
    try (OtlpReceiver receiver = new OtlpReceiver()) {
      endpoint = receiver.endpoint();
    }
    try (QuickstartProgram quickstart = new QuickstartProgram("-Dotlp=" + endpoint)) {
      assertThat(quickstart.exitCode()).isEqualTo(2);
      assertThat(quickstart.printed())
          .containsExactly("Nobody listens at " + endpoint + ": Connection refused");
    }
  }

  private static long spansOf(String traceId, OtlpReceiver receiver) {
    return receiver.spans().stream().map(Received::traceId).filter(traceId::equals).count();
  }
}
