// SPDX-License-Identifier: Apache-2.0
/**
 * The hooks into Jersey: what it tells of a request beyond the two filters. Nothing here is API.
 */
@NullMarked
package io.github.jaxrstracing.server.jersey;

import org.jspecify.annotations.NullMarked;
