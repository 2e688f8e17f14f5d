// SPDX-License-Identifier: Apache-2.0
/**
 * The hooks into RESTEasy: what it tells of a request beyond the two filters. Nothing here is API.
 */
@NullMarked
package io.github.jaxrstracing.server.resteasy;

import org.jspecify.annotations.NullMarked;
