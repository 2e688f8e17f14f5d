// SPDX-License-Identifier: Apache-2.0
/** Logs and spans: error logs on the active span, trace ids in the log; optional. */
@NullMarked
package io.github.jaxrstracing.log;

import org.jspecify.annotations.NullMarked;
