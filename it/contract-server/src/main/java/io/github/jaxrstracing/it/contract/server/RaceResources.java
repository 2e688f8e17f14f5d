// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A resource whose requests are answered by two threads at once. */
final class RaceResources {
  private RaceResources() {}

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(5, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the other one did not come");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Path("racing")
  @Traced
  public static class Racing {
    private final ScheduledExecutorService pool;
    private final Map<Integer, Integer> letIn = new ConcurrentHashMap<>();
    private final Set<Object> underWay = ConcurrentHashMap.newKeySet();
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final CountDownLatch answered = new CountDownLatch(1);

    Racing(ScheduledExecutorService pool) {
      this.pool = pool;
    }

    /** How many threads may have answered each request, by its number. */
    Map<Integer, Integer> letIn() {
      return letIn;
    }

    /** Whether all racers of the pool have come to their ends. */
    boolean isOver() {
      return underWay.isEmpty();
    }

    /** Wakes the racers that have not come to their ends. */
    void interrupt() {
      running.forEach(Thread::interrupt);
    }

    /** Tells that the client has its answer. */
    void answered() {
      answered.countDown();
    }

    @GET
    @Path("resume-resume/{n}")
    public void resumeAndResume(@PathParam("n") int n, @Suspended AsyncResponse later) {
      letIn.put(n, 0);
      CountDownLatch both = new CountDownLatch(2);
      later(0, () -> meetAnd(both, () -> count(n, later.resume("first"))));
      later(0, () -> meetAnd(both, () -> count(n, later.resume(accepted("second")))));
    }

    @GET
    @Path("resume-cancel/{n}")
    public void resumeAndCancel(@PathParam("n") int n, @Suspended AsyncResponse later) {
      letIn.put(n, 0);
      CountDownLatch both = new CountDownLatch(2);
      later(0, () -> meetAnd(both, () -> count(n, later.resume("first"))));
      later(0, () -> meetAnd(both, () -> count(n, later.cancel())));
    }

    @GET
    @Path("time-out-resume/{n}")
    public void timeOutAndResume(@PathParam("n") int n, @Suspended AsyncResponse later) {
      letIn.put(n, 1);
      later.setTimeout(1, TimeUnit.MILLISECONDS);
      later(800 + n % 8 * 100, () -> count(n, later.resume("late")));
    }

    @GET
    @Path("throw-resume/{n}")
    public void throwAndResume(@PathParam("n") int n, @Suspended AsyncResponse later) {
      letIn.put(n, 1);
      CountDownLatch both = new CountDownLatch(2);
      later(0, () -> meetAnd(both, () -> count(n, later.resume("resumed"))));
      meetAnd(both, () -> {});
      throw new IllegalStateException("thrown");
    }

    @GET
    @Path("resumed-by-the-mapper")
    public void throwAndResumeInTheMapper(@Suspended AsyncResponse later) {
      HandedOff handedOff = new HandedOff();
      later(
          0,
          () -> {
            await(handedOff.mapping);
            later.resume("resumed");
            handedOff.resumed.countDown();
          });
      throw handedOff;
    }

    @GET
    @Path("resumed-then-thrown")
    public void resumeThenThrow(@Suspended AsyncResponse later) {
      CountDownLatch resumed = new CountDownLatch(1);
      later(
          0,
          () -> {
            later.resume("resumed");
            resumed.countDown();
          });
      await(resumed);
      throw new IllegalStateException("thrown");
    }

    @GET
    @Path("thrown-then-resumed")
    public void throwThenResume(@Suspended AsyncResponse later) {
      later(
          0,
          () -> {
            await(answered);
            later.resume("resumed");
          });
      throw new IllegalStateException("thrown");
    }

    private void later(int micros, Runnable racer) {
      Object ticket = new Object();
      underWay.add(ticket);
      Runnable counted =
          () -> {
            running.add(Thread.currentThread());
            try {
              racer.run();
            } finally {
              running.remove(Thread.currentThread());
              underWay.remove(ticket);
            }
          };
      Future<?> unused = pool.schedule(counted, micros, TimeUnit.MICROSECONDS);
    }

    private static void meetAnd(CountDownLatch both, Runnable racer) {
      both.countDown();
      await(both);
      racer.run();
    }

    private void count(int n, boolean isLetIn) {
      letIn.merge(n, isLetIn ? 1 : 0, Integer::sum);
    }

    private static Response accepted(String body) {
      return Response.accepted(body).build();
    }
  }

  /** Thrown by a method that has given its request to another thread. */
  public static final class HandedOff extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient CountDownLatch mapping = new CountDownLatch(1);
    private final transient CountDownLatch resumed = new CountDownLatch(1);
  }

  /** Lets the other thread answer first, and then answers as well. */
  public static final class LateMapper implements ExceptionMapper<HandedOff> {
    @Override
    public Response toResponse(HandedOff thrown) {
      thrown.mapping.countDown();
      await(thrown.resumed);
      return Response.status(409).entity("mapped").build();
    }
  }
}
