// SPDX-License-Identifier: Apache-2.0
/**
 * The machinery of spans that server, client and CDI extension share: guarded calls into the
 * tracer, naming and tagging of HTTP spans, options, the look-up of the tracer, URL redaction. It
 * is not API: only the modules of this library use it. What a user calls of {@link
 * io.github.jaxrstracing.span.TracingBuilder} is part of the builders that extend it.
 */
@NullMarked
package io.github.jaxrstracing.span;

import org.jspecify.annotations.NullMarked;
