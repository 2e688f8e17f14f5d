// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.List;
import java.util.Locale;

/** Draws one trace as text: a line for each span, children below their parent, 79 columns wide. */
final class Waterfall {
  private static final int OPERATION_WIDTH = 29;
  private static final int BAR_WIDTH = 13;
  private static final int ERROR_WIDTH = 60;

  private static final AttributeKey<Long> HTTP_STATUS = AttributeKey.longKey("http.status_code");
  private static final AttributeKey<String> EXCEPTION = AttributeKey.stringKey("exception.type");
  private static final AttributeKey<String> MESSAGE = AttributeKey.stringKey("exception.message");

  private final StringBuilder text = new StringBuilder();
  private final Trace trace;
  private final Terminal terminal;
  private final long start;
  private final long length;

  private Waterfall(Trace trace, Terminal terminal) {
    this.trace = trace;
    this.terminal = terminal;
    start = trace.start();
    long end = trace.spans().stream().mapToLong(SpanData::getEndEpochNanos).max().orElse(start);
    length = Math.max(1, end - start);
  }

  static String of(Trace trace, Terminal terminal) {
    Waterfall waterfall = new Waterfall(trace, terminal);
    waterfall.line(line("SERVICE", "KIND", "OPERATION", "STATUS", "", "TIME"));
    waterfall.draw(trace.roots(), "");
    waterfall.draw(trace.orphans(), "?? ");
    return waterfall.text.toString();
  }

  private void draw(List<SpanData> spans, String indent) {
    for (SpanData span : spans) {
      String line =
          line(
              Trace.serviceOf(span),
              kindOf(span),
              Text.cut(indent + span.getName(), OPERATION_WIDTH),
              statusOf(span),
              barOf(span),
              millis(span.getEndEpochNanos() - span.getStartEpochNanos()));
      line(isError(span) ? terminal.error(line) : line);
      span.getEvents().forEach(this::drawException);
      draw(trace.childrenOf(span), indent + "  ");
    }
  }

  private static String line(Object... columns) {
    return String.format(Locale.ROOT, "  %-8s%-7s%-30s%-8s%-15s%9s", columns);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String kindOf(SpanData span) {
    return span.getKind() == SpanKind.INTERNAL ? "local" : span.getKind().toString();
  }

  private static String statusOf(SpanData span) {
    Long status = span.getAttributes().get(HTTP_STATUS);
    String code = status == null ? "-" : status.toString();
    return isError(span) ? code + " ERR" : code;
  }

  private static boolean isError(SpanData span) {
    return span.getStatus().getStatusCode() == StatusCode.ERROR;
  }

  private String barOf(SpanData span) {
    int from = Math.min(BAR_WIDTH - 1, column(span.getStartEpochNanos()));
    int to = Math.max(from + 1, column(span.getEndEpochNanos()));
    return "|" + " ".repeat(from) + "#".repeat(to - from) + " ".repeat(BAR_WIDTH - to) + "|";
  }

  private int column(long nanos) {
    return (int) Math.round((double) BAR_WIDTH * (nanos - start) / length);
  }

  private static String millis(long nanos) {
    return String.format(Locale.ROOT, "%.1f ms", nanos / 1e6);
  }

  private void drawException(EventData event) {
    String type = event.getAttributes().get(EXCEPTION);
    if (type == null) {
      return;
    }
    String message = event.getAttributes().get(MESSAGE);
    String name = type.substring(type.lastIndexOf('.') + 1);
    String shown = message == null ? name : name + ": " + message.lines().findFirst().orElse("");
    line(terminal.error(" ".repeat(17) + "! " + Text.cut(shown, ERROR_WIDTH)));
  }
}
