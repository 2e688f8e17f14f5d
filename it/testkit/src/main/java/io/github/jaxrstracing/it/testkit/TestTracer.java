// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import io.opentracing.Tracer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real tracer that samples everything and whose finished spans can be looked at. */
public interface TestTracer {
  /** Always the same tracer. */
  Tracer tracer();

  /** A copy of the spans that have been finished, in the order of their ends. */
  List<FinishedSpan> finishedSpans();

  /**
   * The ids that these headers carry, as {@code traceId/spanId}; {@code "none"} when there are
   * none. An id that comes more than once is told as often.
   */
  String idsIn(Map<String, List<String>> headers);

  /** The baggage item that these headers carry, or null. Every tracer propagates {@code tenant}. */
  @Nullable String baggageIn(Map<String, List<String>> headers, String key);

  /** What the tracer complains of, such as a tag that came after the end of its span. */
  default List<String> complaints() {
    return List.of();
  }

  /** Whether tags and logs are kept as text, numbers and exceptions included. */
  default boolean keepsOnlyText() {
    return false;
  }

  /** Whether {@code peer.port} is kept although no address comes with it. */
  default boolean keepsPortWithoutAddress() {
    return true;
  }

  /** A tag's value as it is kept: itself, or as text. */
  default Object kept(Object value) {
    return keepsOnlyText() ? value.toString() : value;
  }

  /** The values of all headers of this name, whatever its case, separated by commas; or null. */
  static @Nullable String header(Map<String, List<String>> headers, String name) {
    List<String> values =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase(name))
            .flatMap(header -> header.getValue().stream())
            .toList();
    return values.isEmpty() ? null : String.join(",", values);
  }
}
