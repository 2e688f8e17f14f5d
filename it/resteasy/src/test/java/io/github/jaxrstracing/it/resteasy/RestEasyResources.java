// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jboss.resteasy.core.interception.jaxrs.SuspendableContainerRequestContext;
import org.jspecify.annotations.Nullable;

/** Resources and filters of kinds that only RESTEasy has. */
final class RestEasyResources {
  private RestEasyResources() {}

  /** One class with several locators, some of which match the same path. */
  @Path("root")
  public static class Root {
    @Path("one")
    public Sub one() {
      return new Sub();
    }

    @Path("{which}")
    public Sub any(@PathParam("which") String which) {
      return new Sub();
    }

    @Path("class")
    public Class<Sub> byClass() {
      return Sub.class;
    }

    @Path("nothing")
    public @Nullable Sub nothing() {
      return null;
    }
  }

  public static class Sub {
    @GET
    @Path("leaf/{id: [0-9]+}")
    public String leaf(@PathParam("id") String id) {
      return id;
    }

    @Path("again")
    public Sub again() {
      return new Sub();
    }

    @GET
    @Path("deep")
    public String deep() {
      return "deep";
    }
  }

  @Path("answering")
  @Traced
  public static class Answering {
    private final Executor elsewhere;

    Answering(Executor elsewhere) {
      this.elsewhere = elsewhere;
    }

    @GET
    public String get() {
      return "answered";
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      Thread caller = Thread.currentThread();
      return CompletableFuture.supplyAsync(
          () -> {
            // Else the stage may be done before RESTEasy waits for it.
            awaitSoon().until(() -> isIdle(caller));
            return "answered";
          },
          elsewhere);
    }

    private static boolean isIdle(Thread caller) {
      return caller.getState() == Thread.State.WAITING
          || caller.getState() == Thread.State.TIMED_WAITING;
    }

    @GET
    @Path("unmappable-stage")
    public CompletionStage<String> unmappableStage() {
      return CompletableFuture.supplyAsync(
          () -> {
            throw new Unmappable();
          },
          elsewhere);
    }

    @GET
    @Path("unmappable-later")
    public void unmappableLater(@Suspended AsyncResponse later) {
      elsewhere.execute(() -> later.resume(new Unmappable()));
    }

    @GET
    @Path("failing-callback")
    public void failingCallback(@Suspended AsyncResponse later) {
      later.register(
          (CompletionCallback)
              thrown -> {
                throw new IllegalStateException("by a callback");
              });
      elsewhere.execute(
          () -> {
            try {
              later.resume("answered");
            } catch (IllegalStateException byTheCallback) {
              // The application's own.
            }
          });
    }
  }

  public static class Unmappable extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  public static class FailingMapper implements ExceptionMapper<Unmappable> {
    @Override
    public Response toResponse(Unmappable thrown) {
      throw new IllegalArgumentException("the mapper failed");
    }
  }

  /** Notes which span is active, where and on which thread. */
  public static class Noting implements ContainerResponseFilter, WriterInterceptor {
    private final Tracer tracer;
    private final Map<String, String> seen;

    Noting(Tracer tracer, Map<String, String> seen) {
      this.tracer = tracer;
      this.seen = seen;
    }

    private void note(String where) {
      Span active = tracer.activeSpan();
      seen.put(where, active == null ? "none" : active.context().toSpanId());
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
      note("response filter");
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
      note("writer");
      context.proceed();
    }
  }

  @PreMatching
  public static class SuspendingBeforeMatching extends Suspending {
    SuspendingBeforeMatching(Executor elsewhere) {
      super("before", elsewhere);
    }
  }

  public static class SuspendingAfterMatching extends Suspending {
    SuspendingAfterMatching(Executor elsewhere) {
      super("after", elsewhere);
    }
  }

  private abstract static class Suspending implements ContainerRequestFilter {
    private final String when;
    private final Executor elsewhere;

    Suspending(String when, Executor elsewhere) {
      this.when = when;
      this.elsewhere = elsewhere;
    }

    @Override
    public void filter(ContainerRequestContext context) {
      SuspendableContainerRequestContext request = (SuspendableContainerRequestContext) context;
      String how = String.valueOf(request.getHeaderString("X-How"));
      if (how.equals("resumed-" + when + "-matching")) {
        request.suspend();
        elsewhere.execute(request::resume);
      } else if (how.equals("aborted-" + when + "-matching")) {
        request.suspend();
        elsewhere.execute(() -> request.abortWith(Response.status(401).build()));
      } else if (how.equals("failed-" + when + "-matching")) {
        request.suspend();
        elsewhere.execute(() -> request.resume(new IllegalStateException("by a filter")));
      }
    }
  }
}
