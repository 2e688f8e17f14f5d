// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import static io.github.jaxrstracing.it.benchmarks.Subject.FLOOR;
import static io.github.jaxrstracing.it.benchmarks.Subject.FLOOR_AND_LISTENER;
import static io.github.jaxrstracing.it.benchmarks.Subject.LISTENER;
import static io.github.jaxrstracing.it.benchmarks.Subject.OURS;
import static io.github.jaxrstracing.it.benchmarks.Subject.PAIR;

import io.github.jaxrstracing.it.benchmarks.Measurement.Compiler;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of the table of verdicts.
 *
 * @param name what it is called there
 * @param compiler which compiler it is measured with
 * @param ours this library
 * @param target how many bytes it may allocate over the untraced request, or null
 */
record Row(String name, Compiler compiler, Case ours, @Nullable Integer target) {
  /** The table of issue and documentation: what is to be reached with each compiler. */
  static List<Row> all() {
    List<Row> rows = new ArrayList<>();
    Case server = Case.of(Side.SERVER, OURS, TracerKind.COUNTING);
    Case client = Case.of(Side.CLIENT, OURS, TracerKind.COUNTING);
    Case serverNoop = Case.of(Side.SERVER, OURS, TracerKind.NOOP);
    Case clientNoop = Case.of(Side.CLIENT, OURS, TracerKind.NOOP);
    both(rows, "server, traced", server, 560, 1700);
    both(rows, "server, not traced", server.with(Case.NOT_TRACED), 160, 1080);
    both(rows, "server, skipped", server.with(Case.SKIPPED), null, null);
    both(rows, "server, no-op tracer", serverNoop, 0, 0);
    both(rows, "client, traced", client, 420, 836);
    both(rows, "client, not traced", client.with(Case.NOT_TRACED), null, null);
    both(rows, "client, no-op tracer", clientNoop, 0, 0);
    shim(rows, "server, OpenTelemetry", Side.SERVER, 4600);
    shim(rows, "client, OpenTelemetry", Side.CLIENT, 1800);
    return rows;
  }

  private static void both(
      List<Row> rows, String name, Case ours, @Nullable Integer c2, @Nullable Integer c1) {
    rows.add(new Row(name, Compiler.C2, ours, c2));
    rows.add(new Row(name, Compiler.C1, ours, c1));
  }

  private static void shim(List<Row> rows, String name, Side side, int target) {
    Case sampled = Case.of(side, OURS, TracerKind.SHIM_SAMPLED);
    Case off = Case.of(side, OURS, TracerKind.SHIM_OFF);
    rows.add(new Row(name + " sampled", Compiler.C2, sampled, target));
    rows.add(new Row(name + " off", Compiler.C2, off, null));
  }

  Measurement measured() {
    return Measurement.of(ours, compiler);
  }

  Measurement untraced() {
    return Measurement.of(ours.untraced(), compiler);
  }

  Measurement listener() {
    return bare(LISTENER);
  }

  Measurement pair() {
    return bare(PAIR);
  }

  // What makes no spans does not depend on the tracer.
  private Measurement bare(Subject subject) {
    return Measurement.of(Case.of(ours.side(), subject, TracerKind.NOOP), compiler);
  }

  @Nullable Measurement floor() {
    boolean makesSpans = ours.hasSpans() && ours.tracer() != TracerKind.NOOP;
    return makesSpans ? Measurement.of(ours.with(FLOOR), compiler) : null;
  }

  @Nullable Measurement floorAndListener() {
    return floor() == null ? null : Measurement.of(ours.with(FLOOR_AND_LISTENER), compiler);
  }

  List<Measurement> measurements() {
    List<Measurement> all = new ArrayList<>();
    all.add(untraced());
    all.add(pair());
    all.add(listener());
    add(all, floor());
    add(all, floorAndListener());
    all.add(measured());
    return all;
  }

  private static void add(List<Measurement> all, @Nullable Measurement some) {
    if (some != null) {
      all.add(some);
    }
  }
}
