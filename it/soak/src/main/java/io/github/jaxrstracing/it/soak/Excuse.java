// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.Ledger.Count;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a server does by itself to a few requests, traced or not. The untraced control counts it as
 * well, and the traced run may not have more of it than the control leaves open.
 */
enum Excuse {
  /** CXF sometimes never answers when a time-out comes before the method has returned. */
  HELD("requests that are never answered", 20, 200) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host == Host.CXF && (kind == Kind.TIMED_OUT || kind == Kind.TIMED_OUT_HANDLED);
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return ledger.isSent(n)
          && ledger.seenStatus(n) == 0
          && ledger.get(Count.ARRIVED, n) == 1
          && ledger.get(Count.FRONT_SPANS, n) == 0;
    }
  },
  /** CXF sometimes runs filters and method once more where a time-out meets a resume. */
  RUN_TWICE("requests that run twice", 20, 200) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host == Host.CXF && (kind == Kind.RACE_TIME_OUT || kind == Kind.RACE_HANDLED);
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return ledger.get(Count.ARRIVED, n) == 2;
    }
  },
  /** Jersey's streams of chunks break off on Jetty now and then. */
  BROKE_OFF("streams that break off", 20, 200) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host == Host.JETTY && kind == Kind.CHUNKS;
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return ledger.seenStatus(n) != 0 && !ledger.isWhole(n);
    }
  },
  /** Jersey on Jetty sends nothing, very rarely, of a stream that it writes and flushes. */
  UNSENT("streams of which nothing is sent", 1_000, 1_000) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host == Host.JETTY && (kind == Kind.CHUNKS_RESET || kind == Kind.EVENTS_RESET);
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return ledger.isSent(n) && ledger.seenStatus(n) == 0;
    }
  },
  /** Jersey on Jetty answers 500, very rarely, where a time-out meets a resume. */
  FAILED("time-outs that end as failures", 200, 200) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host == Host.JETTY && (kind == Kind.RACE_TIME_OUT || kind == Kind.RACE_HANDLED);
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return ledger.seenStatus(n) == 500 && ledger.get(Count.LET_IN, n) > 1;
    }
  },
  /**
   * Jersey looks whether a request is resumed already and notes that it is in two steps. Two
   * threads may pass, and both write; on virtual threads it happens to a few in 100,000.
   */
  RESUMED_TWICE("requests that are resumed twice", 1_000, 1_000) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return host.isJersey() && kind == Kind.RACE_RESUME;
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      boolean isOneAnswer = ledger.isOfOneRacer(n) && ledger.isWhole(n);
      return ledger.get(Count.LET_IN, n) > 1 && !isOneAnswer;
    }
  },
  /** Jersey lets an exception and a resume write to one response; the client may get no answer. */
  MIXED("answers of two racers in one", 3, 3) {
    @Override
    boolean mayHappen(Kind kind, Host host) {
      return kind.isContestedOn(host);
    }

    @Override
    boolean isSeen(Ledger ledger, int n) {
      return !ledger.isOfOneRacer(n);
    }
  };

  private static final Excuse[] ALL = values();

  private final String title;
  private final double oneIn;
  private final double rarelyOneIn;

  /**
   * An excuse.
   *
   * @param oneIn one request of so many at most, whatever few requests of the control show
   * @param rarelyOneIn the same where the control has not seen it at all
   */
  Excuse(String title, double oneIn, double rarelyOneIn) {
    this.title = title;
    this.oneIn = oneIn;
    this.rarelyOneIn = rarelyOneIn;
  }

  abstract boolean mayHappen(Kind kind, Host host);

  /** Whether it happened, from what client and application saw. */
  abstract boolean isSeen(Ledger ledger, int n);

  /** What a request of this kind is excused for. */
  static Set<Excuse> of(Ledger ledger, Kind kind, Host host, int n) {
    Set<Excuse> excuses = EnumSet.noneOf(Excuse.class);
    for (Excuse excuse : ALL) {
      if (excuse.mayHappen(kind, host) && excuse.isSeen(ledger, n)) {
        excuses.add(excuse);
      }
    }
    return excuses;
  }

  String title() {
    return title;
  }

  /**
   * How many requests may be excused.
   *
   * @param untraced how many the control has seen
   * @param control how many requests of the kind the control had
   * @param requests how many the traced run had
   */
  long most(long untraced, long control, long requests) {
    double known = requests / (untraced == 0 ? rarelyOneIn : oneIn);
    return withDeviation(Math.min(mean(untraced, control, requests), known));
  }

  /** How many of the requests may be as those that were seen among others. */
  static long upper(long seen, long others, long requests) {
    return withDeviation(mean(seen, others, requests));
  }

  // Who has seen so many of rare things must expect so many with a confidence of 95 % or more.
  private static double mean(long seen, long others, long requests) {
    return (seen + 2 * Math.sqrt((double) seen) + 3) * requests / Math.max(1, others);
  }

  private static long withDeviation(double mean) {
    return (long) (mean + 3 * Math.sqrt(mean));
  }
}
