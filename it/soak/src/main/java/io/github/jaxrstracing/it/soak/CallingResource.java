// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.opentracing.Span;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.InvocationCallback;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.concurrent.CompletionStage;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A resource that calls another server in every way, and tells what came of it. */
@Path("calling")
@Produces("text/plain")
public final class CallingResource {
  private final Client client;
  private final Pools pools;
  private final URI down;
  private final URI refusing;
  private final IntConsumer called;
  private final Supplier<@Nullable Span> active;

  /** Counts its calls by the number of their request, and asks for the span that is active. */
  CallingResource(
      Client client,
      Pools pools,
      URI down,
      URI refusing,
      IntConsumer called,
      Supplier<@Nullable Span> active) {
    this.client = client;
    this.pools = pools;
    this.down = down;
    this.refusing = refusing;
    this.called = called;
    this.active = active;
  }

  @GET
  @Path("sync")
  public String sync(@QueryParam("n") String n) {
    return answer(call(down, "ok", n));
  }

  @GET
  @Path("twice")
  public String twice(@QueryParam("n") String n) {
    return answer(call(down, "ok", n)) + answer(call(down, "ok", n));
  }

  @GET
  @Path("missing")
  public String missing(@QueryParam("n") String n) {
    return answer(call(down, "missing", n));
  }

  @GET
  @Path("failing")
  public String failing(@QueryParam("n") String n) {
    return answer(call(down, "failing", n));
  }

  @GET
  @Path("item/{id}")
  public String item(@PathParam("id") String id) {
    return answer(call(down, "item/" + id, "x"));
  }

  @GET
  @Path("refused-sync")
  public String refusedSync(@QueryParam("n") String n) {
    return answer(call(refusing, "ok", n));
  }

  @GET
  @Path("async")
  public void async(@QueryParam("n") String n, @Suspended AsyncResponse later) {
    async(call(down, "ok", n), later);
  }

  @GET
  @Path("refused-async")
  public void refusedAsync(@QueryParam("n") String n, @Suspended AsyncResponse later) {
    async(call(refusing, "ok", n), later);
  }

  @GET
  @Path("rx")
  public CompletionStage<String> rx(@QueryParam("n") String n) {
    return rx(call(down, "ok", n));
  }

  @GET
  @Path("refused-rx")
  public CompletionStage<String> refusedRx(@QueryParam("n") String n) {
    return rx(call(refusing, "ok", n));
  }

  /** Calls on a thread where no span is active, so that the parent must be named. */
  @GET
  @Path("elsewhere")
  public void elsewhere(@QueryParam("n") String n, @Suspended AsyncResponse later) {
    Span span = active.get();
    pools
        .workers()
        .execute(
            () -> {
              Invocation.Builder call = call(down, "ok", n);
              if (span != null) {
                call.property(ClientTracingFeature.CHILD_OF, span.context());
              }
              later.resume(answer(call));
            });
  }

  // A target for each call: on CXF one that is shared is not safe for threads.
  private Invocation.Builder call(URI server, String path, String n) {
    called.accept(n.equals("x") ? -1 : Integer.parseInt(n));
    return client.target(server).path("down").path(path).queryParam("n", n).request();
  }

  private static String answer(Invocation.Builder call) {
    try (Response response = call.get()) {
      return text(response);
    } catch (RuntimeException refused) {
      return text(refused);
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
  private static void async(Invocation.Builder call, AsyncResponse later) {
    call.async()
        .get(
            new InvocationCallback<Response>() {
              @Override
              public void completed(Response response) {
                try (response) {
                  later.resume(text(response));
                }
              }

              @Override
              public void failed(Throwable thrown) {
                later.resume(text(thrown));
              }
            });
  }

  private static CompletionStage<String> rx(Invocation.Builder call) {
    return call.rx()
        .get()
        .handle(
            (response, thrown) -> {
              if (thrown != null) {
                return text(thrown);
              }
              try (response) {
                return text(response);
              }
            });
  }

  private static String text(Response response) {
    return response.getStatus()
        + " "
        + (response.hasEntity() ? response.readEntity(String.class) : "");
  }

  private static String text(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
