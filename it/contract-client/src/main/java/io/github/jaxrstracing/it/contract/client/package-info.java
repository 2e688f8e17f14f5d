// SPDX-License-Identifier: Apache-2.0
/** What must hold for a traced client, whatever sends its requests. */
@NullMarked
package io.github.jaxrstracing.it.contract.client;

import org.jspecify.annotations.NullMarked;
