// SPDX-License-Identifier: Apache-2.0
/** An OpenTracing tracer on the OpenTelemetry SDK; optional, its libraries come from the user. */
@NullMarked
package io.github.jaxrstracing.opentelemetry;

import org.jspecify.annotations.NullMarked;
