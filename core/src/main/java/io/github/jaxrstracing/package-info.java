// SPDX-License-Identifier: Apache-2.0
/** Everything about spans that knows nothing of Jakarta REST; shared by server and client. */
@NullMarked
package io.github.jaxrstracing;

import org.jspecify.annotations.NullMarked;
