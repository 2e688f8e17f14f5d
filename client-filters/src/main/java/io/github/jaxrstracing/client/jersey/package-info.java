// SPDX-License-Identifier: Apache-2.0
/**
 * What Jersey's client tells beyond filters: the thread that makes a call, calls that get no
 * response, and the threads of callbacks. This is not API.
 */
@NullMarked
package io.github.jaxrstracing.client.jersey;

import org.jspecify.annotations.NullMarked;
