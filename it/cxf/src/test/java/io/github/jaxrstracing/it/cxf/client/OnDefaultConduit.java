// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf.client;

import io.github.jaxrstracing.it.contract.client.ClientEnvironment;
import io.github.jaxrstracing.it.testkit.Differs;
import jakarta.ws.rs.client.ClientBuilder;
import org.apache.cxf.jaxrs.client.spec.ClientBuilderImpl;

/** CXF's client with the conduit that it has without being asked, that of the JDK's HttpClient. */
interface OnDefaultConduit extends ClientEnvironment {
  @Override
  default ClientBuilder clientBuilder() {
    return new ClientBuilderImpl();
  }

  @Override
  @Differs(
      "CXF sends the call of `async()` on the thread of its caller, where the "
          + "caller's span is active, and uses the executor for its answer.")
  default boolean asyncCallsAreSentByTheCaller() {
    return true;
  }
}
