// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import io.github.jaxrstracing.it.contract.client.CallContract;
import jakarta.ws.rs.client.ClientBuilder;
import org.apache.cxf.jaxrs.client.spec.ClientBuilderImpl;

/** CXF follows redirects only when it is told to, and then waits for the answer to async calls. */
abstract class CallOnCxf extends CallContract {
  @Override
  public ClientBuilder clientBuilder() {
    return new ClientBuilderImpl().property("http.autoredirect", true);
  }
}
