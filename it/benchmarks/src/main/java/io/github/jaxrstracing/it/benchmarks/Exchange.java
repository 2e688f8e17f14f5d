// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

/** One request and its response, in process. */
interface Exchange {
  Object run() throws Exception;
}
