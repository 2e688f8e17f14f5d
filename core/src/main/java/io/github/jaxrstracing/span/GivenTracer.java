// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.Tracer;
import java.util.function.Supplier;

/** A tracer that is there already: nobody has to look it up, and no request is too early for it. */
record GivenTracer(Tracer get) implements Supplier<Tracer> {}
