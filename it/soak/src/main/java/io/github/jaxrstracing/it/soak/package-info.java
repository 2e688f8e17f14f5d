// SPDX-License-Identifier: Apache-2.0
/** A long run of real servers and clients, traced, whose ledger must balance. */
@NullMarked
package io.github.jaxrstracing.it.soak;

import org.jspecify.annotations.NullMarked;
