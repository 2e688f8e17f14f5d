// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Scope;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessMethodTest {
  private static final String NAME = BusinessMethodTest.class.getName();

  private final TracedBeans beans = new TracedBeans(Stock.class, Caller.class, Callee.class);

  @AfterEach
  void leavesNoSpanActive() {
    Span active = beans.tracer().activeSpan();
    beans.close();
    assertThat(active).isNull();
  }

  @ApplicationScoped
  public static class Stock {
    @Inject Tracer tracer;

    @Traced
    public Span reserve() {
      return tracer.activeSpan();
    }

    @Traced(operationName = "count-stock")
    public void count() {}

    public void plain() {}

    @Traced
    public void fail(Throwable thrown) throws Throwable {
      throw thrown;
    }
  }

  @Test
  void isNamedByClassAndMethod() {
    beans.get(Stock.class).reserve();

    MockSpan span = beans.span();
    assertThat(span.operationName()).isEqualTo(NAME + "$Stock.reserve");
    assertThat(span.parentId()).isZero();
    assertThat(span.tags()).isEmpty();
    assertThat(span.logEntries()).isEmpty();
  }

  @Test
  void isNamedByItsAnnotation() {
    beans.get(Stock.class).count();

    assertThat(beans.span().operationName()).isEqualTo("count-stock");
  }

  @Test
  void isActiveInTheMethod() {
    Span active = beans.get(Stock.class).reserve();

    assertThat(active).isSameAs(beans.span());
  }

  @Test
  void isChildOfTheActiveSpan() {
    MockSpan parent = beans.tracer().buildSpan("parent").start();
    Scope scope = beans.tracer().activateSpan(parent);

    beans.get(Stock.class).reserve();

    assertThat(beans.tracer().activeSpan()).isSameAs(parent);
    scope.close();
    assertThat(beans.span().parentId()).isEqualTo(parent.context().spanId());
  }

  @Test
  void isNotThereWithoutAnnotation() {
    beans.get(Stock.class).plain();

    assertThat(beans.spans()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(classes = {IllegalStateException.class, IOException.class, StackOverflowError.class})
  void tellsWhatWasThrown(Class<? extends Throwable> type) throws Exception {
    Throwable thrown = type.getDeclaredConstructor().newInstance();

    assertThatThrownBy(() -> beans.get(Stock.class).fail(thrown)).isSameAs(thrown);

    MockSpan span = beans.span();
    assertThat(span.tags()).isEqualTo(Map.of("error", true));
    assertThat(span.logEntries()).hasSize(1);
    assertThat(span.logEntries().get(0).fields())
        .isEqualTo(Map.of("event", "error", "error.object", thrown));
  }

  @ApplicationScoped
  @Traced
  public static class Caller {
    @Inject Callee callee;

    public int call(int depth) {
      return depth == 0 ? 0 : callee.callBack(depth - 1);
    }
  }

  @ApplicationScoped
  @Traced
  public static class Callee {
    @Inject Caller caller;

    public int callBack(int depth) {
      return caller.call(depth);
    }
  }

  @Test
  void nestsAndEndsFromTheInside() {
    beans.get(Caller.class).call(2);

    assertThat(beans.spans())
        .extracting(span -> span.operationName().substring(NAME.length() + 1))
        .containsExactly(
            "Caller.call", "Callee.callBack", "Caller.call", "Callee.callBack", "Caller.call");
    for (int i = 0; i < 4; i++) {
      assertThat(beans.spans().get(i).parentId())
          .isEqualTo(beans.spans().get(i + 1).context().spanId());
    }
  }
}
