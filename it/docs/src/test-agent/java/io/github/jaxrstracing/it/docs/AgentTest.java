// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The way from this library to OpenTelemetry's Java agent, as docs/migrating.md tells it. */
@Timeout(300)
class AgentTest {
  private static final String AGENT = "-javaagent:target/opentelemetry-javaagent.jar";

  @Test
  void namesAndAttributesStayTheSame() throws Exception {
    List<String> ours = spans("sdk");
    assertThat(ours).hasSize(6);

    assertThat(
            spans(
                "agent",
                AGENT,
                "-Dotel.instrumentation.common.default-enabled=false",
                "-Dotel.instrumentation.opentelemetry-api.enabled=true"))
        .as("our spans by the agent's OpenTelemetry")
        .containsExactlyInAnyOrderElementsOf(ours);
    assertThat(spans("agent", AGENT, "-Djaxrs-tracing.enabled=false"))
        .as("the agent's own spans")
        .containsExactlyInAnyOrderElementsOf(ours);
  }

  @Test
  void eachRequestHasTwoSpansWhereBothAreOn() throws Exception {
    assertThat(spans("agent", AGENT)).hasSize(12);
  }

  @Test
  void theAgentGivesNoTracerWithoutItsInstrumentationOfTheApi() throws Exception {
    assertThat(spans("agent", AGENT, "-Dotel.instrumentation.common.default-enabled=false"))
        .isEmpty();
  }

  private static List<String> spans(String tracer, String... options) throws Exception {
    try (Backend backend = new Backend()) {
      List<String> all = new ArrayList<>(List.of(options));
      all.add("-Dotel.exporter.otlp.endpoint=http://" + backend.authority());
      all.add("-Dotel.exporter.otlp.protocol=http/protobuf");
      all.add("-Dotel.metrics.exporter=none");
      all.add("-Dotel.logs.exporter=none");
      try (Program program = new Program(all, AgentShop.class, tracer)) {
        assertThat(program.result()).as(program.output()).isZero();
      }
      List<String> spans = new ArrayList<>();
      for (Backend.Report report : backend.reports()) {
        for (ResourceSpans resource :
            ExportTraceServiceRequest.parseFrom(report.body()).getResourceSpansList()) {
          for (ScopeSpans scope : resource.getScopeSpansList()) {
            scope.getSpansList().stream()
                .filter(span -> span.getKind() != Span.SpanKind.SPAN_KIND_INTERNAL)
                .forEach(span -> spans.add(text(span)));
          }
        }
      }
      return spans;
    }
  }

  private static String text(Span span) {
    Map<String, String> attributes = new TreeMap<>();
    for (KeyValue each : span.getAttributesList()) {
      attributes.put(each.getKey(), each.getValue().toString().trim());
    }
    attributes.keySet().removeIf(key -> key.startsWith("thread.")); // the agent's processor adds it
    if (span.getKind() == Span.SpanKind.SPAN_KIND_CLIENT) {
      attributes.remove("network.protocol.version"); // Jakarta REST does not tell it
    }
    return String.join(
            " ",
            span.getKind().name(),
            span.getName(),
            span.getStatus().getCode().name(),
            attributes.toString())
        .replaceAll("127\\.0\\.0\\.1:\\d+", "HOST")
        .replaceAll("port=int_value: \\d+", "port");
  }
}
