// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** A resource that answers on other threads, not in time, or on two threads at once. */
@Path("later")
@Traced
@Produces("text/plain")
public final class LaterResource {
  // On CXF a request whose time-out comes before its method returns is never answered.
  private static final int LATE_MILLIS = 40;

  private final Pools pools;
  private final IntConsumer letIn;

  /** Counts by the number of a request who was let in to answer it. */
  LaterResource(Pools pools, IntConsumer letIn) {
    this.pools = pools;
    this.letIn = letIn;
  }

  @GET
  @Path("stage")
  public CompletionStage<String> stage() {
    return CompletableFuture.supplyAsync(() -> "stage", pools.workers());
  }

  @GET
  @Path("stage-now")
  public CompletionStage<String> stageNow() {
    return CompletableFuture.completedFuture("now");
  }

  @GET
  @Path("stage-fails")
  public CompletionStage<String> stageFails() {
    return CompletableFuture.supplyAsync(
        () -> {
          throw new IllegalStateException("stage");
        },
        pools.workers());
  }

  @GET
  @Path("resumed")
  public void resumed(@Suspended AsyncResponse later) {
    pools.workers().execute(() -> later.resume("resumed"));
  }

  @GET
  @Path("resumed-inside")
  public void resumedInside(@Suspended AsyncResponse later) {
    later.resume("inside");
  }

  @GET
  @Path("resumed-404")
  public void resumed404(@Suspended AsyncResponse later) {
    pools.workers().execute(() -> later.resume(new NotFoundException()));
  }

  @GET
  @Path("cancelled")
  public void cancelled(@Suspended AsyncResponse later) {
    pools.workers().execute(later::cancel);
  }

  @GET
  @Path("timed-out")
  public void timedOut(@Suspended AsyncResponse later) {
    later.setTimeout(LATE_MILLIS, TimeUnit.MILLISECONDS);
  }

  @GET
  @Path("timed-out-handled")
  public void timedOutHandled(@Suspended AsyncResponse later) {
    later.setTimeoutHandler(late -> late.resume(Response.accepted("late").build()));
    later.setTimeout(LATE_MILLIS, TimeUnit.MILLISECONDS);
  }

  // The time-out is nobody who could be asked whether it was let in.
  @GET
  @Path("race-time-out")
  public void raceTimeOut(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    letIn.accept(n);
    later.setTimeout(1, TimeUnit.MILLISECONDS);
    pools.race(700 + n % 8 * 100, () -> answered(n, later.resume("in time")));
  }

  @GET
  @Path("race-throw")
  public void raceThrow(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    letIn.accept(n);
    CountDownLatch both = new CountDownLatch(2);
    pools.race(0, () -> meetAnd(both, () -> answered(n, later.resume("resumed"))));
    meetAnd(both, () -> {});
    throw new IllegalStateException("thrown");
  }

  @GET
  @Path("race-cancel")
  public void raceCancel(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    CountDownLatch both = new CountDownLatch(2);
    pools.race(0, () -> meetAnd(both, () -> answered(n, later.resume("resumed"))));
    pools.race(0, () -> meetAnd(both, () -> answered(n, later.cancel())));
  }

  @GET
  @Path("race-resume")
  public void raceResume(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    CountDownLatch both = new CountDownLatch(2);
    Response other = Response.accepted("second").build();
    pools.race(0, () -> meetAnd(both, () -> answered(n, later.resume("first"))));
    pools.race(0, () -> meetAnd(both, () -> answered(n, later.resume(other))));
  }

  private void answered(int n, boolean isLetIn) {
    if (isLetIn) {
      letIn.accept(n);
    }
  }

  private static void meetAnd(CountDownLatch both, Runnable racer) {
    both.countDown();
    try {
      if (!both.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("The other one did not come.");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    racer.run();
  }
}
