// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.contract.client.TinyServer;
import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.cxf.jaxrs.client.spec.ClientBuilderImpl;
import org.junit.jupiter.api.Test;

/** A CXF of another version, where something that the hooks need is not as they know it. */
class OtherCxfTest {
  @Test
  void isTracedByThePairAloneWhereAMemberIsAbsent() throws Exception {
    List<String> told =
        ClassPath.withoutMember("org.apache.cxf.workqueue.WorkQueueManager", "getNamedWorkQueue")
            .call(Calling.class);

    assertThat(told).hasSize(2).contains("GET 200");
    assertThat(told.get(1)).contains("CxfClientHooks does not know this version", "getNamedWork");
  }

  @Test
  void isTracedWithoutAWordWhereNothingIsAbsent() throws Exception {
    assertThat(ClassPath.without().call(Calling.class)).containsExactly("GET 200");
  }

  /** Makes a call, and tells its span and what the library has warned of. */
  public static final class Calling implements Callable<List<String>> {
    @Override
    public List<String> call() throws Exception {
      List<String> told = new ArrayList<>();
      MockTracer tracer = new MockTracer();
      try (TinyServer server = new TinyServer("127.0.0.1");
          Warnings warnings = new Warnings()) {
        Client client = new ClientBuilderImpl().register(new ClientTracingFeature(tracer)).build();
        client.target(server.uri("/a")).request().get(String.class);
        tracer
            .finishedSpans()
            .forEach(s -> told.add(s.operationName() + ' ' + s.tags().get("http.status_code")));
        told.addAll(warnings.take());
        client.close();
      }
      return told;
    }
  }
}
