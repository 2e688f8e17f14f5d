// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;

import io.opentracing.Tracer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnPage("docs/opentelemetry.md")
@Timeout(60)
class OpenTelemetrySnippetsTest {
  @Test
  void exportsToACollector(@Shown("ShopTracer") Snippet shown) throws Exception {
    try (Backend backend = new Backend()) {
      Tracer tracer =
          shown
              .with("collector:4318", backend.authority())
              .with("probabilistic\", 0.1", "probabilistic\", 1")
              .call(Tracer.class, "tracer");
      tracer.buildSpan("to the collector").start().finish();
      tracer.close();

      awaitSoon().until(() -> backend.text().contains("to the collector"));
    }
  }
}
