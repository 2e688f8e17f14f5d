// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.Tracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A resource that answers elsewhere, from within its method, twice or not in time. */
final class AsyncResources {
  private AsyncResources() {}

  @Path("async")
  @Traced
  public static class Later {
    private final Tracer tracer;
    private final Executor elsewhere;
    private final Map<String, String> activeOfPair = new ConcurrentHashMap<>();
    private final CountDownLatch pair = new CountDownLatch(2);
    private volatile @Nullable String activeInMethod;
    private volatile @Nullable AsyncResponse held;

    Later(Tracer tracer, Executor elsewhere) {
      this.tracer = tracer;
      this.elsewhere = elsewhere;
    }

    @Nullable String activeInMethod() {
      return activeInMethod;
    }

    Map<String, String> activeOfPair() {
      return activeOfPair;
    }

    /** The request that waits to be answered by the test, or null. */
    @Nullable AsyncResponse held() {
      return held;
    }

    private void noteActive() {
      activeInMethod = ActiveSpans.idOf(tracer.activeSpan());
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      noteActive();
      return CompletableFuture.supplyAsync(() -> "later", elsewhere);
    }

    @GET
    @Path("completed-stage")
    public CompletionStage<String> completedStage() {
      noteActive();
      return CompletableFuture.completedFuture("now");
    }

    @GET
    @Path("failed-stage")
    public CompletionStage<String> failedStage() {
      return CompletableFuture.supplyAsync(
          () -> {
            throw new IllegalStateException("failed-stage");
          },
          elsewhere);
    }

    @GET
    @Path("resumed-elsewhere")
    public void resumedElsewhere(@Suspended AsyncResponse later) {
      noteActive();
      elsewhere.execute(() -> later.resume("later"));
    }

    @GET
    @Path("resumed-inside")
    public void resumedInside(@Suspended AsyncResponse later) {
      later.resume("now");
      noteActive();
    }

    @GET
    @Path("resumed-twice")
    public void resumedTwice(@Suspended AsyncResponse later) {
      noteActive();
      later.resume("first");
      later.resume("second");
      elsewhere.execute(() -> later.resume("third"));
    }

    @GET
    @Path("resumed-with-exception")
    public void resumedWithException(@Suspended AsyncResponse later) {
      elsewhere.execute(() -> later.resume(new IllegalStateException("resumed-with-exception")));
    }

    @GET
    @Path("failed-inside")
    public void failedInside(@Suspended AsyncResponse later) {
      throw new IllegalStateException("failed-inside");
    }

    @GET
    @Path("resumed-with-404")
    public void resumedWith404(@Suspended AsyncResponse later) {
      noteActive();
      elsewhere.execute(() -> later.resume(new NotFoundException()));
    }

    @GET
    @Path("cancelled")
    public void cancelled(@Suspended AsyncResponse later) {
      noteActive();
      later.cancel();
    }

    @GET
    @Path("cancelled-elsewhere")
    public void cancelledElsewhere(@Suspended AsyncResponse later) {
      noteActive();
      elsewhere.execute(later::cancel);
    }

    @GET
    @Path("timed-out")
    public void timedOut(@Suspended AsyncResponse later) {
      noteActive();
      later.setTimeout(10, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("timed-out-handled")
    public void timedOutHandled(@Suspended AsyncResponse later) {
      noteActive();
      later.setTimeoutHandler(late -> late.resume(Response.accepted("try again").build()));
      later.setTimeout(10, TimeUnit.MILLISECONDS);
    }

    @GET
    @Path("held")
    public void held(@Suspended AsyncResponse later) {
      held = later;
    }

    @GET
    @Path("pair/{which}")
    public CompletionStage<String> pair(@PathParam("which") String which)
        throws InterruptedException {
      pair.countDown();
      if (!pair.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other one did not come");
      }
      activeOfPair.put(which, ActiveSpans.idOf(tracer.activeSpan()));
      return CompletableFuture.supplyAsync(() -> which, elsewhere);
    }
  }
}
