// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Resources and filters that show what CXF does. */
final class CxfResources {
  private CxfResources() {}

  @Path("asking")
  @Traced
  public static class Asking {
    private final Tracer tracer;
    private volatile String active = "not called";
    private volatile String thread = "not called";

    Asking(Tracer tracer) {
      this.tracer = tracer;
    }

    /** The span that was active in the method. */
    String active() {
      return active;
    }

    String thread() {
      return thread;
    }

    @GET
    public String get() {
      Span span = tracer.activeSpan();
      active = span == null ? "none" : span.context().toSpanId();
      thread = Thread.currentThread().getName();
      return "asked";
    }

    @GET
    @Path("later")
    public CompletionStage<String> later() {
      get();
      return CompletableFuture.supplyAsync(() -> "asked");
    }

    @GET
    @Path("failing")
    public String failing() {
      throw new ServiceUnavailableException();
    }
  }

  /** Lets an executor call the methods of the service, as its configuration might. */
  @PreMatching
  public static class OnExecutor implements ContainerRequestFilter {
    private final Executor executor;

    OnExecutor(Executor executor) {
      this.executor = executor;
    }

    @Override
    public void filter(ContainerRequestContext request) {
      boolean isProbe = !request.getUriInfo().getPath().contains("asking");
      PhaseInterceptorChain.getCurrentMessage()
          .getExchange()
          .getService()
          .setExecutor(isProbe ? null : executor);
    }
  }

  @Path("way")
  public static class Way {
    @Path("sub")
    public Sub sub() {
      return new Sub();
    }

    @Path("null")
    public Sub nothing() {
      return null;
    }

    @Path("failing")
    public Sub failing() {
      throw new IllegalStateException("no way");
    }

    @Path("missing")
    public Sub missing() {
      throw new NotFoundException();
    }
  }

  public static class Sub {
    @GET
    @Path("leaf")
    public String leaf() {
      return "leaf";
    }

    @Path("{id: [0-9]+}")
    public Deep deep(@PathParam("id") String id) {
      return new Deep();
    }
  }

  public static class Deep {
    @GET
    @Path("deep")
    public String deep() {
      return "deep";
    }

    @Path("a")
    public Deepest deepest() {
      return new Deepest();
    }
  }

  public static class Deepest {
    @GET
    @Path("{b}")
    public String get(@PathParam("b") String b) {
      return b;
    }
  }

  @Path("breaking")
  @Traced
  public static class Breaking {
    @GET
    @Path("at-once")
    public StreamingOutput atOnce() {
      return out -> {
        throw new IllegalStateException("broken");
      };
    }

    @GET
    @Path("later")
    public StreamingOutput later() {
      return out -> {
        out.write(new byte[100_000]);
        out.flush();
        throw new IllegalStateException("broken");
      };
    }

    @GET
    @Path("well")
    public String well() {
      return "well";
    }

    @GET
    @Path("unmapped")
    public String unmapped() {
      throw new IllegalStateException("unmapped");
    }
  }

  @Provider
  public static class MapperTo409 implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException thrown) {
      return Response.status(409).entity("mapped").build();
    }
  }

  @Provider
  public static class FailingFilter implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      if (request.getUriInfo().getPath().contains("breaking") && response.getStatus() == 200) {
        throw new IllegalStateException("response filter");
      }
    }
  }

  @Provider
  public static class MapperTo503 implements ExceptionMapper<IllegalStateException> {
    @Override
    public Response toResponse(IllegalStateException thrown) {
      return Response.status(503).build();
    }
  }

  @Path("failing-events")
  @Traced
  public static class FailingEvents {
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void events(@Context SseEventSink sink) {
      throw new IllegalStateException("no events");
    }
  }

  @Path("misspelt")
  @Traced(requestTags = "query_sting")
  public static class Misspelt {
    @GET
    public String get() {
      return "never deployed";
    }
  }

  @Path("untraced")
  public static class Untraced {
    @GET
    public String get() {
      return "untraced";
    }
  }
}
