// SPDX-License-Identifier: Apache-2.0
/**
 * Client spans for Jakarta REST. Start at {@link
 * io.github.jaxrstracing.client.ClientTracingFeature}.
 */
@NullMarked
package io.github.jaxrstracing.client;

import org.jspecify.annotations.NullMarked;
