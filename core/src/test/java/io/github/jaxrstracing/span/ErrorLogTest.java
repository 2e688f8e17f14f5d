// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorLogTest {
  private final IOException error = new IOException("out of stock");

  @Test
  void hasTheExceptionAloneByDefault() {
    TestExchange exchange = TestExchange.speaking(HttpTags.OPENTRACING);
    exchange.error = error;

    MockSpan span = exchange.finished();

    assertThat(span.logEntries()).hasSize(1);
    assertThat(span.logEntries().get(0).fields().toString())
        .isEqualTo("{event=error, error.object=java.io.IOException: out of stock}");
    assertThat(span.logEntries().get(0).fields().get("error.object")).isSameAs(error);
  }

  @Test
  void hasClassMessageAndStackWhereThatIsSwitchedOn() {
    TestExchange exchange = TestExchange.expandingErrorLogs();
    exchange.error = error;

    MockSpan span = exchange.finished();

    assertThat(span.logEntries()).hasSize(1);
    assertThat(span.logEntries().get(0).fields().keySet().toString())
        .isEqualTo("[event, error.object, error.kind, message, stack]");
    assertExpanded(span.logEntries().get(0).fields());
  }

  @Test
  void hasNoMessageWhereTheExceptionHasNone() {
    assertThat(ErrorFields.of(new IOException(), true)).doesNotContainKey("message");
  }

  @Test
  void isExpandedInSpansOfEntitiesAsWell() {
    MockTracer tracer = new MockTracer();
    WorkSpan request =
        new WorkSpan(
            new GuardedTracer(tracer, new Guard()), "GET", null, new SpanDetail(true, 1024));
    request.start();

    assertThatIOException()
        .isThrownBy(
            () ->
                EntitySpan.around(
                    "serialize",
                    request,
                    null,
                    String.class,
                    () -> {
                      throw error;
                    }));

    assertExpanded(tracer.finishedSpans().get(0).logEntries().get(0).fields());
  }

  @Test
  void isExpandedByTheBuilderOrByTheProperty() {
    assertThat(expands(new Builder(), Map.of())).isFalse();
    assertThat(expands(new Builder().expandErrorLogs(), Map.of())).isTrue();
    assertThat(expands(new Builder(), Map.of("jaxrs-tracing.test.expand-error-logs", true)))
        .isTrue();
  }

  private void assertExpanded(Map<String, ?> fields) {
    assertThat(fields.get("event")).isEqualTo("error");
    assertThat(fields.get("error.object")).isSameAs(error);
    assertThat(fields.get("error.kind")).isEqualTo("java.io.IOException");
    assertThat(fields.get("message")).isEqualTo("out of stock");
    assertThat(fields.get("stack").toString())
        .startsWith("java.io.IOException: out of stock")
        .contains("at " + ErrorLogTest.class.getName());
  }

  private static boolean expands(Builder builder, Map<String, Object> properties) {
    FeatureTracer tracer = new FeatureTracer(MockTracer::new);
    OptionReader reader = new OptionReader("jaxrs-tracing.test.", properties::get, tracer.guard());
    return builder
        .httpOptions()
        .settings(reader, Map.of(), OperationName.route(), tracer.source())
        .detail()
        .expandErrorLogs();
  }

  private static final class Builder extends TracingBuilder<Builder> {
    @Override
    protected Builder self() {
      return this;
    }
  }
}
