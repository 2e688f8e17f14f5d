// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.opentracing.Tracer;
import java.util.List;

/** A real tracer whose finished spans can be looked at. */
public interface TestTracer {
  /**
   * The tracer.
   *
   * @return always the same one
   */
  Tracer tracer();

  /**
   * The spans that have been finished.
   *
   * @return a copy, in the order of their ends
   */
  List<FinishedSpan> finishedSpans();

  /**
   * What the tracer complains of, such as a tag that came after the end of its span.
   *
   * @return nothing, when its spans were used well
   */
  default List<String> complaints() {
    return List.of();
  }
}
