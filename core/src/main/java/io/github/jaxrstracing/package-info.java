// SPDX-License-Identifier: Apache-2.0
/**
 * What users meet of spans on either side: vocabularies, operation names, and the request and
 * response that these two see. It knows nothing of Jakarta REST.
 */
@NullMarked
package io.github.jaxrstracing;

import org.jspecify.annotations.NullMarked;
