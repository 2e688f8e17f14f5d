// SPDX-License-Identifier: Apache-2.0
package com.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.opentracing.mock.MockTracer;
import io.opentracing.util.GlobalTracer;
import jakarta.ws.rs.client.ClientBuilder;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.catalina.webresources.DirResourceSet;
import org.apache.catalina.webresources.StandardRoot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShopApplicationTest {
  private final MockTracer tracer = new MockTracer();
  private final Tomcat tomcat = new Tomcat();

  @BeforeEach
  void start() throws Exception {
    GlobalTracer.registerIfAbsent(tracer); // there is no tracer bean, so this one counts
    tomcat.setBaseDir(absolute("target/tomcat"));
    tomcat.setPort(0);
    tomcat.setAddDefaultWebXmlToWebapp(false); // no JSP here
    Context war = tomcat.addWebapp("/shop", absolute("src/main/webapp"));
    StandardRoot files = new StandardRoot(war);
    String classes = absolute("target/classes");
    files.addPreResources(new DirResourceSet(files, "/WEB-INF/classes", classes, "/"));
    war.setResources(files);
    tomcat.start();
  }

  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().toString();
  }

  @AfterEach
  void stop() throws Exception {
    tomcat.stop();
    tomcat.destroy();
  }

  @Test
  void tracesARequestTheCallItMakesAndABusinessMethod() {
    String order =
        ClientBuilder.newClient()
            .target(
                "http://localhost:" + tomcat.getConnector().getLocalPort() + "/shop/api/orders/7")
            .request()
            .get(String.class);

    assertThat(order).isEqualTo("Order 7, in stock: 1");
    await().until(() -> tracer.finishedSpans().size() >= 4);
    assertThat(tracer.finishedSpans())
        .extracting(span -> span.tags().get("span.kind"), span -> span.operationName())
        .containsExactlyInAnyOrder(
            tuple("server", "GET:/shop/api/orders/{id}"),
            tuple("client", "GET"),
            tuple("server", "GET:/shop/api/stock/{id}"),
            tuple(null, "com.example.Warehouse.count"));
    assertThat(tracer.finishedSpans())
        .extracting(span -> span.context().traceId())
        .containsOnly(tracer.finishedSpans().get(0).context().traceId());
  }
}
