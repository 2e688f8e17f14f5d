// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.it.benchmarks.Measurement.Compiler;
import java.util.ArrayList;
import java.util.List;

/** Larger requests, larger applications, and more threads. */
final class Scaling {
  static final int[] THREADS = {1, 2, 4, 16};

  private static final Case SERVER = Case.of(Side.SERVER, Subject.OURS, TracerKind.COUNTING);
  private static final Case CLIENT = Case.of(Side.CLIENT, Subject.OURS, TracerKind.COUNTING);

  private Scaling() {}

  static List<Case> sizes() {
    return List.of(
        SERVER,
        SERVER.withHeaders(100),
        SERVER.withResources(500),
        SERVER.withDepth(5),
        SERVER.withDepth(50),
        SERVER.withBaggage(8),
        SERVER.withBaggage(64),
        CLIENT,
        CLIENT.withBaggage(8),
        CLIENT.withBaggage(64));
  }

  static Measurement threaded(int threads, Subject subject) {
    Case about = subject == Subject.UNTRACED ? SERVER.untraced() : SERVER.with(subject);
    return new Measurement(about, Compiler.C2, threads);
  }

  static List<Measurement> largerOnes() {
    List<Measurement> all = new ArrayList<>();
    for (Case size : sizes()) {
      all.add(Measurement.of(size.untraced(), Compiler.C2));
      all.add(Measurement.of(size.with(Subject.FLOOR), Compiler.C2));
      all.add(Measurement.of(size, Compiler.C2));
    }
    return all;
  }

  static List<Measurement> threads() {
    List<Measurement> all = new ArrayList<>();
    for (int threads : THREADS) {
      all.add(threaded(threads, Subject.UNTRACED));
      all.add(threaded(threads, Subject.OURS));
    }
    return all;
  }
}
