// SPDX-License-Identifier: Apache-2.0
/**
 * What CXF's client tells beyond filters: calls that get no response, and the thread that makes a
 * call of {@code rx()}. This is not API.
 */
@NullMarked
package io.github.jaxrstracing.client.cxf;

import org.jspecify.annotations.NullMarked;
