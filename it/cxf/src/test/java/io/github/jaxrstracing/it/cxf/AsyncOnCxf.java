// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import io.github.jaxrstracing.it.contract.server.AsyncContract;

/**
 * CXF sends a request back to the container when it is resumed, and answers on a thread of that.
 */
abstract class AsyncOnCxf extends AsyncContract {
  @Override
  protected String answeringThread() {
    return "qtp";
  }
}
