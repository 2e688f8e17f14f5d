// SPDX-License-Identifier: Apache-2.0
/** What all tests of the library need to look at spans; knows nothing of the library itself. */
@NullMarked
package io.github.jaxrstracing.it.testkit;

import org.jspecify.annotations.NullMarked;
