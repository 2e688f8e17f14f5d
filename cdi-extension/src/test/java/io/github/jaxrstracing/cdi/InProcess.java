// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ResourceConfig;

/** Runs an application without a server. */
final class InProcess {
  private InProcess() {}

  /** The finished spans after GET requests to these paths below {@code /rest}. */
  static List<MockSpan> spansOf(ResourceConfig application, MockTracer tracer, String... paths)
      throws InterruptedException, ExecutionException {
    ApplicationHandler handler = new ApplicationHandler(application);
    for (String path : paths) {
      ContainerRequest request =
          new ContainerRequest(
              URI.create("http://localhost/rest/"),
              URI.create("http://localhost/rest" + path),
              "GET",
              null,
              new MapPropertiesDelegate(),
              handler.getConfiguration());
      assertThat(handler.apply(request).get().getStatus()).isEqualTo(200);
    }
    assertThat(tracer.activeSpan()).isNull();
    return tracer.finishedSpans();
  }
}
