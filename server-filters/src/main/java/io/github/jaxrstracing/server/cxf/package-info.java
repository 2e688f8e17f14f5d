// SPDX-License-Identifier: Apache-2.0
/** The hooks into CXF; not API. */
@NullMarked
package io.github.jaxrstracing.server.cxf;

import org.jspecify.annotations.NullMarked;
