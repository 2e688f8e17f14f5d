// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import static org.awaitility.Awaitility.await;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Tracer;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glassfish.jersey.server.ChunkedOutput;
import org.glassfish.jersey.server.ManagedAsync;
import org.glassfish.jersey.server.spi.ResponseErrorMapper;

/** Resources of kinds that only Jersey has. */
final class JerseyResources {
  private JerseyResources() {}

  @Path("greeting")
  @Traced
  public static class Greeting {
    @GET
    public String get() {
      return "hello";
    }
  }

  /** Jakarta REST does not say that a resource can have this context injected. */
  @Path("asking")
  @Traced
  public static class Asking {
    @GET
    public String get(@Context ContainerRequestContext request) {
      return TracingFeature.spanOf(request).context().toSpanId();
    }
  }

  /** Sends a response while another thread writes one. */
  @Path("overtaken")
  @Traced
  public static class Overtaken {
    private final Executor elsewhere;
    private final AtomicBoolean writing = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();

    Overtaken(Executor elsewhere) {
      this.elsewhere = elsewhere;
    }

    /** Tells that the client has its answer. */
    void answered() {
      answered.set(true);
    }

    @GET
    public void get(@Suspended AsyncResponse later) {
      Response resumed = Response.ok("resumed").header("X-Slow", new Slow()).build();
      elsewhere.execute(() -> later.resume(resumed));
      await().untilTrue(writing);
      throw new ClientErrorException(Response.status(409).entity("refused").build());
    }

    /** A header that is not written before the client has its answer. */
    private final class Slow {
      @Override
      public String toString() {
        writing.set(true);
        await().untilTrue(answered);
        return "slow";
      }
    }
  }

  @Path("managed")
  @Traced
  public static class Managed {
    private final Tracer tracer;
    private final Executor elsewhere;
    private volatile String active = "not called";
    private volatile String thread = "not called";

    Managed(Tracer tracer, Executor elsewhere) {
      this.tracer = tracer;
      this.elsewhere = elsewhere;
    }

    String active() {
      return active;
    }

    String thread() {
      return thread;
    }

    private void note() {
      active = tracer.activeSpan() == null ? "none" : tracer.activeSpan().context().toSpanId();
      thread = Thread.currentThread().getName();
    }

    @GET
    @Path("resumed")
    @ManagedAsync
    public void resumed(@Suspended AsyncResponse later) {
      note();
      later.resume("managed");
    }

    @GET
    @Path("later")
    @ManagedAsync
    public void later(@Suspended AsyncResponse later) {
      note();
      elsewhere.execute(() -> later.resume("later"));
    }

    @GET
    @Path("failing")
    @ManagedAsync
    public void failing(@Suspended AsyncResponse later) {
      note();
      throw new IllegalStateException("managed");
    }

    @GET
    @Path("stage")
    @ManagedAsync
    public CompletionStage<String> stage() {
      note();
      return CompletableFuture.supplyAsync(() -> "stage", elsewhere);
    }
  }

  @Path("chunks")
  @Traced
  public static class Chunks {
    private volatile ChunkedOutput<String> output;

    ChunkedOutput<String> awaitOutput() {
      return await().until(() -> output, Objects::nonNull);
    }

    @GET
    public ChunkedOutput<String> chunks() {
      output = new ChunkedOutput<>(String.class);
      return output;
    }

    @GET
    @Path("at-once")
    public ChunkedOutput<String> atOnce() throws IOException {
      try (ChunkedOutput<String> written = new ChunkedOutput<>(String.class)) {
        written.write("one");
        written.write("two");
        return written;
      }
    }
  }

  @Path("throwing")
  @Traced
  public static class Throwing {
    @GET
    public String get() {
      throw new IllegalStateException("thrown");
    }

    @GET
    @Path("writer")
    public String writer() {
      return "never written";
    }
  }

  @Provider
  public static class FailingWriter implements WriterInterceptor {
    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      if ("never written".equals(context.getEntity())) {
        throw new IllegalStateException("not written");
      }
      context.proceed();
    }
  }

  @Provider
  public static class MapperOfResponseErrors implements ResponseErrorMapper {
    @Override
    public Response toResponse(Throwable thrown) {
      return Response.status(502).entity("mapped").build();
    }
  }
}
