// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;

/** An application on Jersey without a container: each request is made, matched and answered. */
final class Server implements Exchange {
  private static final URI BASE = URI.create("http://localhost/");

  private final ApplicationHandler application;
  private final URI[] uris;
  private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
  private int next;

  Server(Case measured, Tracer tracer) {
    ResourceConfig config = new ResourceConfig(Items.Marked.class, Items.Unmarked.class);
    config.register(Items.Tree.class);
    for (int i = 1; i < measured.resources(); i++) {
      config.registerResources(further(i));
    }
    // Otherwise the log tells each time that nothing is registered.
    config.property("jaxrs-tracing.server.enabled", measured.subject() == Subject.OURS);
    register(config, measured, tracer);
    application = new ApplicationHandler(config);
    uris = uris(measured);
    addHeaders(measured);
  }

  private static Resource further(int i) {
    Resource.Builder resource = Resource.builder("items-" + i + "/{id}");
    Inflector<ContainerRequestContext, String> answer = request -> "7";
    resource.addMethod("GET").nameBindings(Traced.class).handledBy(answer);
    return resource.build();
  }

  private static void register(ResourceConfig config, Case measured, Tracer tracer) {
    switch (measured.subject()) {
      case UNTRACED -> {}
      case LISTENER -> config.register(new EmptyListener());
      case PAIR -> config.register(new ServerPair());
      case FLOOR -> config.register(new ServerFloor(tracer));
      case FLOOR_AND_LISTENER ->
          config.register(new ServerFloor(tracer)).register(new EmptyListener());
      case OURS ->
          config.register(
              ServerOptions.of(measured.option())
                  .apply(TracingFeature.builder().tracer(tracer))
                  .build());
    }
  }

  private static URI[] uris(Case measured) {
    if (measured.option().equals(Case.NOT_TRACED)) {
      return new URI[] {BASE.resolve("plain/7")};
    }
    if (measured.depth() > 0) {
      return new URI[] {BASE.resolve("trees/" + "sub/".repeat(measured.depth()) + "7")};
    }
    URI[] all = new URI[measured.resources()];
    for (int i = 0; i < all.length; i++) {
      all[i] = BASE.resolve(i == 0 ? "items/7" : "items-" + i + "/7");
    }
    return all;
  }

  private void addHeaders(Case measured) {
    UsualHeaders.ALL.forEach(headers::putSingle);
    for (int i = UsualHeaders.ALL.size(); i < measured.headers(); i++) {
      headers.putSingle("x-header-" + i, "value-" + i);
    }
    headers.putSingle("traceparent", CountingTracer.TRACE_PARENT);
    headers.putSingle("tracestate", CountingTracer.TRACE_STATE);
    for (int i = 0; i < measured.baggage(); i++) {
      headers.putSingle("item-" + i, "value-" + i);
    }
  }

  @Override
  public Object run() throws Exception {
    // Without a remainder, which costs as much as a filter; that threads see other numbers is fine.
    int at = next;
    next = at + 1 < uris.length ? at + 1 : 0;
    ContainerRequest request =
        new ContainerRequest(BASE, uris[at], "GET", null, new MapPropertiesDelegate(), null);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      request.getHeaders().put(header.getKey(), header.getValue());
    }
    ContainerResponse response = application.apply(request).get();
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      throw new IllegalStateException("Not answered: " + uris[at]);
    }
    return response;
  }
}
