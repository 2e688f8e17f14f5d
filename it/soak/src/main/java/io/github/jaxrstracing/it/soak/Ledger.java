// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.SpanEnd.Role;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Counts for each request what was sent, arrived, called and traced. Its size is that of the run.
 */
final class Ledger {
  /** What is counted, in four bits each. */
  enum Count {
    ARRIVED(0),
    FRONT_SPANS(4),
    CALLS(8),
    CALL_SPANS(12),
    DOWN_ARRIVED(16),
    DOWN_SPANS(20),
    LET_IN(24);

    private static final int MOST = 15;
    private final int shift;

    Count(int shift) {
      this.shift = shift;
    }

    private int in(int bits) {
      return (bits >> shift) & MOST;
    }

    private int addedTo(int bits) {
      return in(bits) == MOST ? bits : bits + (1 << shift);
    }
  }

  private static final int SENT = 1 << 20;
  private static final int WHOLE = 1 << 21;
  private static final int DEAD = 1 << 22;
  private static final int SPAN_ERROR = 1 << 23;
  private static final int OF_ONE_RACER = 1 << 24;

  private final AtomicIntegerArray counts;
  // The status that the client saw in ten bits, that of the span in ten more, and the marks above.
  private final AtomicIntegerArray facts;
  private final Mix mix;
  private final Violations violations;

  Ledger(int requests, Mix mix, Violations violations) {
    this.mix = mix;
    this.counts = new AtomicIntegerArray(requests);
    this.facts = new AtomicIntegerArray(requests);
    this.violations = violations;
  }

  int requests() {
    return counts.length();
  }

  void count(Count what, int n) {
    if (n >= 0 && n < requests()) {
      counts.getAndUpdate(n, what::addedTo);
    }
  }

  int get(Count what, int n) {
    return what.in(counts.get(n));
  }

  /** Notes that a request is on its way. */
  void sent(int n) {
    note(n, SENT);
  }

  /** Notes what the client got. */
  void seen(int n, Answer answer) {
    if (answer.status() == 0 && !answer.body().isEmpty()) {
      violations.add("answers that are not HTTP", mix.of(n) + " " + n + " '" + answer.body() + "'");
    }
    note(
        n,
        answer.status()
            | (answer.isWhole() ? WHOLE : 0)
            | (mix.of(n).isOfOneRacer(answer) ? OF_ONE_RACER : 0));
  }

  /** Notes that the connection had ended before the request could be answered on it. */
  void dead(int n) {
    note(n, DEAD);
  }

  /** Notes a span. Those without a number are of requests that prepare others. */
  void ended(SpanEnd span) {
    if (span.n() < 0 || span.n() >= requests()) {
      return;
    }
    count(
        switch (span.role()) {
          case FRONT -> Count.FRONT_SPANS;
          case CALL -> Count.CALL_SPANS;
          default -> Count.DOWN_SPANS;
        },
        span.n());
    if (span.role() == Role.FRONT) {
      note(span.n(), (span.status() << 10) | (span.isError() ? SPAN_ERROR : 0));
    }
    if (!span.hasRightParent()) {
      violations.add("wrong parent", mix.of(span.n()) + " " + span);
    }
  }

  private void note(int n, int bits) {
    facts.getAndUpdate(n, before -> before | bits);
  }

  boolean isSent(int n) {
    return (facts.get(n) & SENT) != 0;
  }

  boolean isWhole(int n) {
    return (facts.get(n) & WHOLE) != 0;
  }

  /** Whether the answer to a race is whole and that of one racer alone. */
  boolean isOfOneRacer(int n) {
    return (facts.get(n) & OF_ONE_RACER) != 0;
  }

  boolean isDead(int n) {
    return (facts.get(n) & DEAD) != 0;
  }

  /** Whether the server has the request and never answers it, which is its own mistake. */
  boolean isHeld(int n) {
    return mix.isHeld(this, n);
  }

  boolean isSpanError(int n) {
    return (facts.get(n) & SPAN_ERROR) != 0;
  }

  /** The status that the client saw; 0 for none. */
  int seenStatus(int n) {
    return facts.get(n) & 1023;
  }

  /** The status that the span of the server tells; 0 for none. */
  int spanStatus(int n) {
    return (facts.get(n) >> 10) & 1023;
  }
}
