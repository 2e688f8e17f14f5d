// SPDX-License-Identifier: Apache-2.0
/** Three services that call each other, and a driver that looks at their traces. */
@NullMarked
package io.github.jaxrstracing.quickstart;

import org.jspecify.annotations.NullMarked;
