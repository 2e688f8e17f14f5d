// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.ClientErrorException;
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
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
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
    pools.race(700 + n % 8 * 100, () -> new Race(n, later).resume(Racer.FIRST));
  }

  @GET
  @Path("race-handled")
  public void raceHandled(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    Race race = new Race(n, later);
    later.setTimeoutHandler(late -> race.resume(Racer.SECOND));
    later.setTimeout(1, TimeUnit.MILLISECONDS);
    pools.race(700 + n % 8 * 100, () -> race.resume(Racer.FIRST));
  }

  @GET
  @Path("race-throw")
  public void raceThrow(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    new Race(n, later).thatThrows(race -> new IllegalStateException("thrown"));
  }

  /** The exception has its response. */
  @GET
  @Path("race-refuse")
  public void raceRefuse(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    new Race(n, later).thatThrows(race -> new ClientErrorException(race.responseOf(Racer.REFUSAL)));
  }

  /** What nobody maps the container answers on its own. */
  @GET
  @Path("race-mapper")
  public void raceMapper(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    new Race(n, later).thatThrows(race -> new PlainResources.MapperFails());
  }

  @GET
  @Path("race-fail")
  public void raceFail(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    Exception failure = new PlainResources.MapperFails();
    new Race(n, later).against(race -> race.letIn(() -> later.resume(failure)));
  }

  @GET
  @Path("race-cancel")
  public void raceCancel(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    new Race(n, later).against(race -> race.letIn(() -> later.cancel()));
  }

  @GET
  @Path("race-resume")
  public void raceResume(@QueryParam("n") int n, @Suspended AsyncResponse later) {
    new Race(n, later).against(race -> race.resume(Racer.SECOND));
  }

  /**
   * Two who answer a request. In one race of three they are free; in one both wait for each other
   * when their headers are written, so that the first response is not the one that is sent; in one
   * the second has its status set only when the first is sent.
   */
  private final class Race {
    private final int n;
    private final boolean isFree;
    private final boolean isLate;
    private final AsyncResponse later;
    private final Meeting start = new Meeting();
    private final Meeting writing = new Meeting();
    private final Meeting sent = new Meeting();

    // An exception asks its response for the reason when it is made.
    private volatile boolean isThrown;

    Race(int n, AsyncResponse later) {
      this.n = n;
      this.isFree = n % 3 == 0;
      this.isLate = n % 3 == 1;
      this.later = later;
    }

    void against(Consumer<Race> other) {
      startFirst();
      pools.race(
          0,
          () -> {
            start.join();
            other.accept(this);
          });
    }

    /** Nobody is asked whether the exception is let in. */
    void thatThrows(Function<Race, RuntimeException> exception) {
      letIn.accept(n);
      startFirst();
      RuntimeException thrown = exception.apply(this);
      start.join();
      isThrown = true;
      throw thrown;
    }

    private void startFirst() {
      pools.race(
          0,
          () -> {
            start.join();
            resume(Racer.FIRST);
            sent.leave();
          });
    }

    void resume(Racer racer) {
      letIn(() -> later.resume(responseOf(racer)));
    }

    Response responseOf(Racer racer) {
      return isLate && racer != Racer.FIRST
          ? racer.response(this::awaitFirst, () -> {})
          : racer.response(() -> {}, isFree ? () -> {} : writing::join);
    }

    private void awaitFirst() {
      if (isThrown) {
        writing.join();
        sent.join();
      }
    }

    /** Who is let in may fail to write. */
    void letIn(BooleanSupplier racer) {
      boolean isLetIn = true;
      try {
        isLetIn = racer.getAsBoolean();
      } finally {
        if (isLetIn) {
          letIn.accept(n);
        } else {
          writing.leave();
        }
      }
    }
  }
}
