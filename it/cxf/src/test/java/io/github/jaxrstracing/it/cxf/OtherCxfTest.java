// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.contract.server.ServerContract;
import io.github.jaxrstracing.it.cxf.CxfResources.Asking;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import jakarta.ws.rs.core.Application;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CXF of another version, where something that the hooks need is not as they know it. */
class OtherCxfTest extends ServerContract implements OnJetty {
  @TempDir Path doctored;
  private OtherCxf other;

  @Override
  public TestTracer newTracer() {
    return new MockTestTracer();
  }

  @Override
  public RunningServer start(Application application) throws Exception {
    return other.call(() -> OnJetty.super.start(application));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.apache.cxf.interceptor.ServiceInvokerInterceptor",
        "org.apache.cxf.jaxrs.JAXRSInvoker",
        "org.apache.cxf.jaxrs.model.OperationResourceInfoStack",
        "org.apache.cxf.transport.MessageObserver",
      })
  void isTracedByThePairAloneWhereAClassIsAbsent(String missing) throws Exception {
    other = OtherCxf.without(missing);

    answersAndTraces();

    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("CxfHooks does not know this version", missing.replace('.', '/'));
  }

  @Test
  void isTracedByThePairAloneWhereAMemberIsAbsent() throws Exception {
    other =
        OtherCxf.with(
            doctored,
            "org.apache.cxf.jaxrs.model.MethodInvocationInfo",
            "package org.apache.cxf.jaxrs.model; public class MethodInvocationInfo {}");

    answersAndTraces();

    assertThat(takeWarnings())
        .singleElement()
        .asString()
        .contains("CxfHooks does not know this version", "getMethodInfo");
  }

  private void answersAndTraces() throws Exception {
    serve(new App().with(new Asking(tracer()), tracingAll()));

    List<Integer> statuses =
        List.of(
            get("asking").statusCode(),
            get("asking/later").statusCode(),
            get("asking/failing").statusCode(),
            get("nowhere").statusCode());

    assertThat(statuses).containsExactly(200, 200, 503, 404);
    assertThat(spans(4))
        .extracting(FinishedSpan::name)
        .containsExactlyInAnyOrder(
            "GET:/asking", "GET:/asking/later", "GET:/asking/failing", "GET");
    assertThat(spans(4))
        .extracting(FinishedSpan::status)
        .containsExactlyInAnyOrder("200", "200", "503", "404");
  }
}
