// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Scope;
import io.opentracing.Tracer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Runs the {@link Case} that the parameters describe. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // JMH sets the fields
public class ExchangeBenchmark {
  /** By count, since on a busy machine the compiler may take all of the time. */
  private static final int WARM_UP = 60_000;

  // A logger that nobody holds forgets its level.
  private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

  /** See {@link Case#side}. */
  @Param("SERVER")
  public String side;

  /** See {@link Case#subject}. */
  @Param("OURS")
  public String subject;

  /** See {@link Case#tracer}. */
  @Param("COUNTING")
  public String tracer;

  /** See {@link Case#option}. */
  @Param(Case.DEFAULTS)
  public String option;

  /** See {@link Case#headers}. */
  @Param("10")
  public int headers;

  /** See {@link Case#resources}. */
  @Param("1")
  public int resources;

  /** See {@link Case#depth}. */
  @Param("0")
  public int depth;

  /** See {@link Case#baggage}. */
  @Param("0")
  public int baggage;

  private Tracer made;
  private Exchange exchange;

  /** Called by JMH. */
  public ExchangeBenchmark() {}

  /** Starts the server or the client. */
  @Setup
  public void start() throws Exception {
    TracerKind kind = TracerKind.valueOf(tracer);
    Case measured =
        new Case(
            Side.valueOf(side),
            Subject.valueOf(subject),
            kind,
            option,
            headers,
            resources,
            depth,
            baggage);
    JERSEY.setLevel(Level.SEVERE);
    made = kind.create(baggage);
    exchange = measured.start(made);
    ActiveSpan caller = new ActiveSpan();
    caller.open(this);
    for (int i = 0; i < WARM_UP; i++) {
      exchange.run();
    }
    caller.close();
  }

  /** One request and its response. */
  @Benchmark
  public Object exchange(ActiveSpan caller) throws Exception {
    return exchange.run();
  }

  /** A client calls while a span is active. */
  @State(org.openjdk.jmh.annotations.Scope.Thread)
  public static class ActiveSpan {
    private @Nullable Scope scope;

    /** Called by JMH. */
    public ActiveSpan() {}

    /** Makes a span active on each thread. */
    @Setup
    public void open(ExchangeBenchmark benchmark) {
      if (Side.valueOf(benchmark.side) == Side.CLIENT) {
        scope = benchmark.made.activateSpan(benchmark.made.buildSpan("caller").start());
      }
    }

    /** Makes it inactive again. */
    @TearDown
    public void close() {
      if (scope != null) {
        scope.close();
      }
    }
  }
}
