// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.it.testkit.Warnings;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A client that the hooks do not know: the pair of filters alone traces it. */
class FallbackTest {
  @Test
  void hasHooksOnTheClientThatItKnows() throws Exception {
    assertThat(ClassPath.without().call(OneCall.class))
        .containsExactly("200", "GET 200", "0 warnings");
  }

  @Test
  void tracesWithThePairAloneWhereAMemberIsMissing() throws Exception {
    assertThat(
            ClassPath.withoutMember(
                    "org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl",
                    "getInvocation")
                .call(OneCall.class))
        .containsExactly("200", "GET 200", "1 warnings");
  }

  /** Tells what becomes of one call. */
  public static final class OneCall implements Callable<List<String>>, OnApache {
    private final MockTestTracer tracer = new MockTestTracer();

    @Override
    public TestTracer newTracer() {
      return tracer;
    }

    @Override
    public List<String> call() throws Exception {
      List<String> told = new ArrayList<>();
      try (Warnings warnings = new Warnings();
          TinyServer server = new TinyServer("127.0.0.1")) {
        Client client = clientBuilder().register(new ClientTracingFeature(tracer.tracer())).build();
        try (Response response = client.target(server.uri("/a")).request().get()) {
          told.add(String.valueOf(response.getStatus()));
        }
        client.close();
        tracer.finishedSpans().forEach(span -> told.add(span.name() + ' ' + span.status()));
        told.add(warnings.take().size() + " warnings");
      }
      return told;
    }
  }
}
