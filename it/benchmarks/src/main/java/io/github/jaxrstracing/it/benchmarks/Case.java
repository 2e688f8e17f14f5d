// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.opentracing.Tracer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What one measurement is about.
 *
 * @param side server or client
 * @param subject what is registered
 * @param tracer what makes the spans
 * @param option the one option that is on, of {@link ServerOptions} or {@link ClientOptions}
 * @param headers how many headers a request has beside the two of its trace
 * @param resources how many resources the application has, called in turn
 * @param depth how many sub-resource locators a request goes through
 * @param baggage how many baggage items the tracer has
 */
record Case(
    Side side,
    Subject subject,
    TracerKind tracer,
    String option,
    int headers,
    int resources,
    int depth,
    int baggage) {
  static final String DEFAULTS = "defaults";
  static final String NOT_TRACED = "not traced";
  static final String SKIPPED = "skipped";

  static Case of(Side side, Subject subject, TracerKind tracer) {
    return new Case(side, subject, tracer, DEFAULTS, 10, 1, 0, 0);
  }

  Case with(String theOption) {
    return new Case(side, subject, tracer, theOption, headers, resources, depth, baggage);
  }

  Case with(Subject theSubject) {
    return new Case(side, theSubject, tracer, option, headers, resources, depth, baggage);
  }

  Case withHeaders(int count) {
    return new Case(side, subject, tracer, option, count, resources, depth, baggage);
  }

  Case withResources(int count) {
    return new Case(side, subject, tracer, option, headers, count, depth, baggage);
  }

  Case withDepth(int locators) {
    return new Case(side, subject, tracer, option, headers, resources, locators, baggage);
  }

  Case withBaggage(int items) {
    return new Case(side, subject, tracer, option, headers, resources, depth, items);
  }

  /** The same request with nothing registered: what everything is measured over. */
  Case untraced() {
    return new Case(
        side, Subject.UNTRACED, TracerKind.NOOP, DEFAULTS, headers, resources, depth, baggage);
  }

  boolean hasSpans() {
    return subject.callsTracer() && !option.equals(NOT_TRACED) && !option.equals(SKIPPED);
  }

  /** Starts it, and makes sure that it does what it says: a benchmark of nothing is fast. */
  Exchange start(Tracer made) throws Exception {
    Exchange exchange = side.start(this, made);
    if (made instanceof CountingTracer counting) {
      exchange.run();
      boolean right = hasSpans() == (counting.started() > 0);
      if (!right || counting.started() != counting.finished()) {
        throw new IllegalStateException(
            this + " made " + counting.started() + " spans, finished " + counting.finished());
      }
    }
    return exchange;
  }

  Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("side", side.name());
    all.put("subject", subject.name());
    all.put("tracer", tracer.name());
    all.put("option", option);
    all.put("headers", String.valueOf(headers));
    all.put("resources", String.valueOf(resources));
    all.put("depth", String.valueOf(depth));
    all.put("baggage", String.valueOf(baggage));
    return all;
  }

  /** How large the request and the application are. */
  String size() {
    StringBuilder text = new StringBuilder(side.name().toLowerCase(Locale.ROOT));
    text.append(", ").append(headers).append(" headers");
    append(text, resources != 1, resources + " resources");
    append(text, depth != 0, depth + " locators");
    append(text, baggage != 0, baggage + " baggage items");
    return text.toString();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(subject + " ");
    if (subject.callsTracer()) {
      text.append(tracer).append(' ');
    }
    append(text.append(size()), !option.equals(DEFAULTS), option);
    return text.toString();
  }

  private static void append(StringBuilder text, boolean said, String what) {
    if (said) {
      text.append(", ").append(what);
    }
  }
}
