// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.TracerSource;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.GlobalTracerTestUtil;
import io.opentracing.util.ThreadLocalScopeManager;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every handler does, with its framework as an application has it. */
@SuppressWarnings("try") // scopes are opened for their effect
abstract class ErrorLogContract {
  private final MockTracer tracer = new MockTracer(new ThreadLocalScopeManager());
  private final TracerSource feature = TracerSource.of(() -> tracer, new Guard());

  /** Configures the framework by the file that docs/logs.md shows. */
  abstract void configureAsInTheReadme() throws Exception;

  /** Configures the framework with these two options. */
  abstract void configure(String level, boolean errorTag) throws Exception;

  /** Logs {@code <message> 17} with 17 as a parameter, at the level of errors. */
  abstract void error(String message, Throwable thrown);

  abstract void warn(String message);

  abstract String nameOfErrorLevel();

  abstract void resetFramework() throws Exception;

  @AfterEach
  void forgetEverything() throws Exception {
    GlobalTracerTestUtil.resetGlobalTracer();
    resetFramework();
  }

  @Test
  void logsAnErrorOnTheActiveSpan() throws Exception {
    configureAsInTheReadme();
    IllegalStateException thrown = new IllegalStateException("no shelf");

    MockSpan span = inSpan(() -> error("cannot load order", thrown));

    assertThat(span.logEntries()).hasSize(1);
    Map<String, ?> fields = span.logEntries().get(0).fields();
    assertThat(fields.get("stack"))
        .asString()
        .startsWith("java.lang.IllegalStateException: no shelf")
        .contains("logsAnErrorOnTheActiveSpan");
    fields.remove("stack");
    assertThat(fields)
        .isEqualTo(
            Map.of(
                "event", "error",
                "message", "cannot load order 17",
                "level", nameOfErrorLevel(),
                "logger", "shop.Orders",
                "error.kind", "java.lang.IllegalStateException",
                "error.object", thrown));
    assertThat(span.tags()).containsEntry("error", true);
  }

  @Test
  void logsAnErrorWithoutException() throws Exception {
    configureAsInTheReadme();

    MockSpan span = inSpan(() -> error("cannot load order", null));

    assertThat(span.logEntries().get(0).fields())
        .containsOnlyKeys("event", "message", "level", "logger");
  }

  @Test
  void leavesAWarningAlone() throws Exception {
    configureAsInTheReadme();

    MockSpan span = inSpan(() -> warn("slow"));

    assertThat(span.logEntries()).isEmpty();
    assertThat(span.tags()).isEmpty();
  }

  @Test
  void logsFromTheConfiguredLevelOn() throws Exception {
    configure(warnLevel(), true);

    MockSpan span = inSpan(() -> warn("slow"));

    assertThat(span.logEntries()).hasSize(1);
  }

  abstract String warnLevel();

  @Test
  void canLeaveTheErrorTagAway() throws Exception {
    configure(nameOfErrorLevel(), false);

    MockSpan span = inSpan(() -> error("cannot load order", null));

    assertThat(span.logEntries()).hasSize(1);
    assertThat(span.tags()).isEmpty();
  }

  @Test
  void logsErrorsWhenTheLevelIsUnknown() throws Exception {
    configure("CAT", true);

    MockSpan span = inSpan(() -> error("cannot load order", null));

    assertThat(span.logEntries()).hasSize(1);
  }

  @Test
  void doesNothingWithoutAnActiveSpan() throws Exception {
    configureAsInTheReadme();
    feature.get();

    assertThatNoException().isThrownBy(() -> error("cannot load order", null));

    assertThat(tracer.finishedSpans()).isEmpty();
  }

  @Test
  void takesTheGlobalTracerWhereNoFeatureHasOne() throws Exception {
    configureAsInTheReadme();
    MockTracer global = new MockTracer(new ThreadLocalScopeManager());
    GlobalTracer.registerIfAbsent(global);
    Span span = global.buildSpan("a").start();

    try (Scope scope = global.activateSpan(span)) {
      error("cannot load order", null);
    }

    assertThat(((MockSpan) span).logEntries()).hasSize(1);
  }

  @Test
  void doesNotRecurseWhenTheTracerLogsItself() throws Exception {
    configureAsInTheReadme();
    MockSpan recorded = tracer.buildSpan("a").start();
    Span logging = spanThatOnLog(recorded, () -> error("the tracer is in trouble", null));

    inScope(logging, () -> error("cannot load order", null));
    inScope(logging, () -> error("cannot load another", null));

    assertThat(recorded.logEntries())
        .extracting(entry -> String.valueOf(entry.fields().get("message")))
        .containsExactly("cannot load order 17", "cannot load another 17");
  }

  @Test
  void isGuardedAgainstTheTracer() throws Exception {
    configureAsInTheReadme();
    MockSpan recorded = tracer.buildSpan("a").start();
    Span failing =
        spanThatOnLog(
            recorded,
            () -> {
              throw new IllegalStateException("tracer");
            });

    assertThatNoException()
        .isThrownBy(() -> inScope(failing, () -> error("cannot load order", null)));
  }

  private MockSpan inSpan(Runnable application) {
    MockSpan span = tracer.buildSpan("load-order").start();
    inScope(span, application);
    return span;
  }

  private void inScope(Span span, Runnable application) {
    feature.get(); // as a feature does before it starts its first span
    try (Scope scope = tracer.activateSpan(span)) {
      application.run();
    }
  }

  private static Span spanThatOnLog(MockSpan span, Runnable tracerCode) {
    return (Span)
        Proxy.newProxyInstance(
            Span.class.getClassLoader(),
            new Class<?>[] {Span.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("log")) {
                tracerCode.run();
              }
              return method.invoke(span, arguments);
            });
  }
}
