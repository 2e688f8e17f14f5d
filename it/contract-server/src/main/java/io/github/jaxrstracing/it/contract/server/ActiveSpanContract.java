// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.ActiveSpanResources.Asking;
import io.github.jaxrstracing.it.contract.server.ActiveSpanResources.AskingFilters;
import io.github.jaxrstracing.it.contract.server.ActiveSpanResources.AskingInterceptors;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What an application sees of the span of its request. */
public abstract class ActiveSpanContract extends ServerContract {
  /** Called by JUnit. */
  protected ActiveSpanContract() {}

  @Test
  @Behaviour({"active in filters", "active in the method", "active in writers"})
  void isActiveFromTheRequestFiltersToTheWriters() throws Exception {
    ActiveSpans seen = new ActiveSpans(tracer());
    serve(new App().with(seen.providers()).with(new Asking(tracer(), seen), tracing()));

    send("POST", "asking", "body");

    FinishedSpan span = span();
    assertThat(seen.ids())
        .containsOnly(
            Map.entry("before matching", "none"),
            Map.entry("request filter", span.spanId()),
            Map.entry("reader", span.spanId()),
            Map.entry("resource", span.spanId()),
            Map.entry("response filter", span.spanId()),
            Map.entry("writer", span.spanId()));
  }

  @Test
  @Behaviour({"active in filters", "active in the method", "active in writers"})
  void isActiveInNoneOfThemWhenTheRequestIsNotTraced() throws Exception {
    ActiveSpans seen = new ActiveSpans(tracer());
    serve(new App().with(seen.providers()).with(new Asking(tracer(), seen), tracing()));

    send("POST", "asking/untraced", "body");

    assertThat(seen.ids()).hasSize(6);
    assertThat(seen.ids().values()).containsOnly("none");
  }

  @Test
  @Behaviour("active in the method")
  void isTheParentOfSpansThatAreMadeInTheResource() throws Exception {
    serve(new App().with(new Asking(tracer(), new ActiveSpans(tracer())), tracing()));

    send("POST", "asking/with-child", "body");

    spans(2);
    FinishedSpan server = span("POST:/asking/with-child");
    FinishedSpan child = span("child");
    assertThat(child.traceId()).isEqualTo(server.traceId());
    assertThat(child.parentId()).isEqualTo(server.spanId());
  }

  @Test
  void takesTheTagsAndLogsOfTheApplication() throws Exception {
    serve(new App().with(new Asking(tracer(), new ActiveSpans(tracer())), tracing()));

    send("POST", "asking/tagged", "body");

    FinishedSpan span = span();
    assertThat(span.tags()).containsEntry("tenant", "blue");
    assertThat(span.logs()).singleElement().asString().contains("cache miss");
  }

  @Test
  void isGivenForTheContextsOfFiltersAndInterceptors() throws Exception {
    Map<String, String> given = new ConcurrentHashMap<>();
    serve(
        new App()
            .with(
                new AskingFilters(given),
                new AskingInterceptors(given),
                new Asking(tracer(), new ActiveSpans(tracer())),
                tracing()));

    send("POST", "asking", "body");

    String id = span().spanId();
    assertThat(given)
        .containsOnly(
            Map.entry("request filter", id),
            Map.entry("response filter", id),
            Map.entry("reader", id),
            Map.entry("writer", id));
  }

  @Test
  void isGivenToNobodyWhenTheRequestIsNotTraced() throws Exception {
    Map<String, String> given = new ConcurrentHashMap<>();
    serve(
        new App()
            .with(
                new AskingFilters(given),
                new AskingInterceptors(given),
                new Asking(tracer(), new ActiveSpans(tracer())),
                tracing()));

    send("POST", "asking/untraced", "body");

    assertThat(given).hasSize(4);
    assertThat(given.values()).containsOnly("none");
  }
}
