// SPDX-License-Identifier: Apache-2.0
/**
 * What RESTEasy's client tells beyond filters: the thread that makes a call, and calls that get no
 * response or whose filters throw. This is not API.
 */
@NullMarked
package io.github.jaxrstracing.client.resteasy;

import org.jspecify.annotations.NullMarked;
