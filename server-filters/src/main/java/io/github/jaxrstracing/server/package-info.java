// SPDX-License-Identifier: Apache-2.0
/** Server spans for Jakarta REST. Start at {@link io.github.jaxrstracing.server.TracingFeature}. */
@NullMarked
package io.github.jaxrstracing.server;

import org.jspecify.annotations.NullMarked;
