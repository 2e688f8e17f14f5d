// SPDX-License-Identifier: Apache-2.0
/** What must hold on every implementation of Jakarta REST, every container and every tracer. */
@NullMarked
package io.github.jaxrstracing.it.contract.server;

import org.jspecify.annotations.NullMarked;
