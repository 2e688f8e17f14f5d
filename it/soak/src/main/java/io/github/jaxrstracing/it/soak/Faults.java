// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.Chaos.Fault;
import io.github.jaxrstracing.it.soak.Chaos.Plan;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares the answers of a pair whose tracing fails with those of the same pair untraced. */
final class Faults {
  static final String TRACE_ID_HEADER = "X-Trace-Id";

  /** In lower case: what differs from answer to answer, and what was asked for. */
  private static final Set<String> DIFFERENT = Set.of("date", "last-modified", "x-trace-id");

  /** The turn in which each kind is met. */
  private static final int ALL = -1;

  private final Host host;
  private final Settings settings;
  private final Pools pools;
  private final Violations violations;
  private final Ledger nothing;
  private final Chaos chaos = new Chaos();
  private int requests;

  Faults(Host host, Settings settings, Pools pools, Violations violations) {
    this.host = host;
    this.settings = settings;
    this.pools = pools;
    this.violations = violations;
    this.nothing = new Ledger(0, new Mix(host, settings), violations);
  }

  void run() throws Exception {
    LedgerTracer tracer = new LedgerTracer(new Violations(), end -> {});
    Stages.begin("Faults, each by itself and all at once");
    try (Pair plain = new Pair(host, pools, nothing, Tracing.NONE);
        Pair faulty = new Pair(host, pools, nothing, FaultyTracing.by(chaos, tracer))) {
      Map<Kind, String> untraced = answers(plain.front(), ALL);
      compare(untraced, answers(plain.front(), ALL), "untraced, once more");
      compare(untraced, answers(faulty.front(), ALL), "without a fault");
      chaos.callBackBy(
          () -> faulty.client().target(plain.down()).path("down/ok").request().get().close());
      int turn = 0;
      for (Plan plan : plans()) {
        chaos.follow(plan);
        compare(
            untraced, answers(faulty.front(), settings.isLong() ? ALL : turn++), plan.toString());
      }
      chaos.follow(null);
    }
    System.out.println(
        String.format(
            Locale.ROOT, "  faults: %,d answers compared with %s", requests, chaos.done()));
    for (Fault fault : Fault.values()) {
      if (!chaos.done().containsKey(fault)) {
        violations.add("faults that did not happen", fault.name());
      }
    }
    tracer.threadsWithActiveSpan().forEach(t -> violations.add("active after faults", t.getName()));
  }

  /** Each method in turn, each fault in turn, and all of them at once. */
  private List<Plan> plans() {
    SplittableRandom seeds = new SplittableRandom(settings.seed());
    List<Plan> plans = new ArrayList<>();
    for (int round = 0; round < settings.rounds(); round++) {
      for (String point : chaos.points()) {
        plans.add(new Plan(seeds.nextInt(1_000_000), point, null, 60));
      }
      for (Fault fault : Fault.values()) {
        plans.add(new Plan(seeds.nextInt(1_000_000), null, fault, 15));
      }
      plans.add(new Plan(seeds.nextInt(1_000_000), null, null, 10));
      plans.add(new Plan(seeds.nextInt(1_000_000), null, null, 50));
    }
    return plans;
  }

  private Map<Kind, String> answers(URI server, int turn) throws IOException {
    Map<Kind, String> answers = new LinkedHashMap<>();
    List<Kind> kinds = Kind.on(host);
    for (int i = 0; i < kinds.size(); i++) {
      Kind kind = kinds.get(i);
      boolean isMeant = turn == ALL || (turn + i) % turnsOf(kind) == 0;
      if (kind.isSteady() && isMeant && !Excuse.HELD.mayHappen(kind, host)) {
        answers.put(kind, answer(server, kind));
      }
    }
    return answers;
  }

  // A plan of the short form meets every fourth kind, the next one others. On Grizzly time-outs are
  // looked for once a second.
  private static int turnsOf(Kind kind) {
    return kind == Kind.TIMED_OUT || kind == Kind.TIMED_OUT_HANDLED ? 12 : 4;
  }

  private String answer(URI server, Kind kind) throws IOException {
    requests++;
    try (Wire wire = Wire.to(server)) {
      wire.send(
          kind.method(),
          kind.target(2),
          Load.headers(2, "Connection: close", "User-Agent: soak"),
          kind.method().equals("POST") ? "body" : "");
      return text(wire.read(kind.method(), 0));
    }
  }

  // Ports are those of the pair; objects are named by their addresses in error pages.
  private static String text(Answer answer) {
    TreeSet<String> headers = new TreeSet<>();
    for (String header : answer.headers()) {
      String name = header.substring(0, Math.max(0, header.indexOf(':'))).toLowerCase(Locale.ROOT);
      if (!DIFFERENT.contains(name)) {
        headers.add(header);
      }
    }
    String all =
        answer.status() + (answer.isWhole() ? " " : " broken ") + headers + '\n' + answer.body();
    return all.replaceAll("127\\.0\\.0\\.1:[0-9]+", "127.0.0.1:port")
        .replaceAll("@[0-9a-f]{4,8}", "@object");
  }

  private void compare(Map<Kind, String> untraced, Map<Kind, String> traced, String when) {
    traced.forEach(
        (kind, answer) -> {
          String expected = untraced.get(kind);
          if (!answer.equals(expected)) {
            violations.add(
                "answers that differ from untraced ones",
                kind + " with " + when + ": " + first(answer) + " instead of " + first(expected));
          }
        });
  }

  private static @Nullable String first(@Nullable String text) {
    return text == null ? null : text.substring(0, Math.min(600, text.length()));
  }
}
