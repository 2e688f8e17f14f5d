// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

import brave.Tracing;
import brave.http.HttpTracing;
import brave.jersey.server.TracingApplicationEventListener;
import io.github.jaxrstracing.it.benchmarks.CountingTracer;
import io.github.jaxrstracing.it.benchmarks.UsualHeaders;
import io.opentracing.contrib.jaxrs2.internal.SpanWrapper;
import io.opentracing.contrib.jaxrs2.server.ServerTracingDynamicFeature;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.core.MultivaluedHashMap;
import javax.ws.rs.core.MultivaluedMap;
import javax.ws.rs.core.Response;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;

/** An application on Jersey 2 without a container, with the request of {@code it/benchmarks}. */
final class Server implements Callable<Object> {
  private static final URI BASE = URI.create("http://localhost/");
  private static final URI ITEM = BASE.resolve("items/7");

  private final ApplicationHandler application;
  private final MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();

  Server(Subject subject, CountingTracer tracer, CountingHandler handler) {
    ResourceConfig config = new ResourceConfig(Items.class);
    switch (subject) {
      case SERVER_JAVA_JAXRS, SERVER_JAVA_JAXRS_ONE_SPAN ->
          config.register(
              new ServerTracingDynamicFeature.Builder(tracer)
                  .withTraceSerialization(subject == Subject.SERVER_JAVA_JAXRS)
                  .build());
      case SERVER_BRAVE ->
          config.register(
              TracingApplicationEventListener.create(
                  HttpTracing.create(Tracing.newBuilder().addSpanHandler(handler).build())));
      default -> {}
    }
    application = new ApplicationHandler(config);
    addHeaders(subject);
  }

  private void addHeaders(Subject subject) {
    UsualHeaders.ALL.forEach(headers::putSingle);
    if (subject == Subject.SERVER_BRAVE) {
      headers.putSingle("x-b3-traceid", CountingHandler.TRACE_ID);
      headers.putSingle("x-b3-spanid", CountingHandler.SPAN_ID);
    } else {
      headers.putSingle("traceparent", CountingTracer.TRACE_PARENT);
      headers.putSingle("tracestate", CountingTracer.TRACE_STATE);
    }
  }

  @Override
  public Object call() throws Exception {
    ContainerRequest request =
        new ContainerRequest(BASE, ITEM, "GET", null, new MapPropertiesDelegate(), null);
    for (Map.Entry<String, List<String>> header : headers.entrySet()) {
      request.getHeaders().put(header.getKey(), header.getValue());
    }
    ContainerResponse response = application.apply(request).get();
    // As java-jaxrs' servlet filter does, the SpanFinishingFilter.
    if (request.getProperty(SpanWrapper.PROPERTY_NAME) instanceof SpanWrapper wrapper) {
      wrapper.getScope().close();
      wrapper.finish();
    }
    if (response.getStatus() != Response.Status.OK.getStatusCode()) {
      throw new IllegalStateException("Not answered");
    }
    return response;
  }

  /** The resource of the server. */
  @Path("items")
  public static final class Items {
    /** Called by Jersey. */
    public Items() {}

    /** Answers. */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }
  }
}
