// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.propagation.Format.Builtin;
import io.opentracing.propagation.TextMapAdapter;
import java.util.HashMap;

/** The headers of one call between two tracers. */
final class Carried {
  private Carried() {}

  static SpanContext over(SpanContext context, Tracer from, Tracer to) {
    TextMapAdapter headers = new TextMapAdapter(new HashMap<>());
    from.inject(context, Builtin.HTTP_HEADERS, headers);
    return to.extract(Builtin.HTTP_HEADERS, headers);
  }
}
