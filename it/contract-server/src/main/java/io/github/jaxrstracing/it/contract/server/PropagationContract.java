// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OnClass;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The caller's span becomes the parent; what only looks like one does no harm. */
public abstract class PropagationContract extends ServerContract {
  /** Called by JUnit. */
  protected PropagationContract() {}

  @Test
  @Behaviour("sync")
  void isTheChildOfTheCallersSpan() throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    serve(new App().with(OnClass.class).with(tracing()));

    get("on-class", caller.flat(UnaryOperator.identity(), UnaryOperator.identity()));

    FinishedSpan span = span();
    assertThat(span.traceId()).isEqualTo(caller.traceId());
    assertThat(span.parentId()).isEqualTo(caller.spanId());
  }

  @Test
  @Behaviour("sync")
  void isARootWithoutCaller() throws Exception {
    serve(new App().with(OnClass.class).with(tracing()));

    get("on-class");
    get("on-class");

    assertThat(spans(2)).extracting(FinishedSpan::parentId).containsOnlyNulls();
    assertThat(spans(2)).extracting(FinishedSpan::traceId).doesNotHaveDuplicates();
  }

  @Test
  void isTheChildWhateverTheCaseOfTheHeaders() throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    serve(new App().with(OnClass.class).with(tracing()));

    get("on-class", caller.flat(n -> n.toUpperCase(Locale.ROOT), UnaryOperator.identity()));

    assertThat(span().parentId()).isEqualTo(caller.spanId());
  }

  @Test
  void isTheChildOfACallerThatSendsBaggage() throws Exception {
    RemoteParent caller = remoteParent(Map.of("tenant", "blue"));
    serve(new App().with(OnClass.class).with(tracing()));

    HttpResponse<String> answer =
        get("on-class", caller.flat(UnaryOperator.identity(), UnaryOperator.identity()));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(span().parentId()).isEqualTo(caller.spanId());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "%%%", "-", "00-00000000000000000000000000000000-0-0", "1:2:3"})
  void isARootWhenTheHeadersAreMalformed(String value) throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    serve(new App().with(OnClass.class).with(tracing()));

    HttpResponse<String> answer =
        get("on-class", caller.flat(UnaryOperator.identity(), v -> value));

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(span.parentId()).isNull();
    assertThat(takeWarnings()).as("some tracers throw").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void isARootWhenTheHeadersAreHuge() throws Exception {
    RemoteParent caller = remoteParent(Map.of());
    serve(new App().with(OnClass.class).with(tracing()));

    HttpResponse<String> answer =
        get("on-class", caller.flat(UnaryOperator.identity(), value -> "f".repeat(1_500)));

    FinishedSpan span = span();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(span.parentId()).isNull();
    assertThat(takeWarnings()).as("some tracers throw").hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void handsRepeatedHeadersToTheTracerAsOneInLowerCase() throws Exception {
    serve(new App().with(OnClass.class).with(tracing()));

    get("on-class", "X-Repeated", "one", "x-repeated", "two", "X-Single", "1");

    span();
    assertThat(extracted())
        .contains(Map.entry("x-repeated", "one,two"), Map.entry("x-single", "1"))
        .extracting(Map.Entry::getKey)
        .doesNotHaveDuplicates()
        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
  }
}
