// SPDX-License-Identifier: Apache-2.0
/**
 * Zero-code wiring for CDI and MicroProfile. There is nothing to call here: the public types are
 * found by service loading.
 */
@NullMarked
package io.github.jaxrstracing.cdi;

import org.jspecify.annotations.NullMarked;
