// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Watches the chain of the answer before all other filters, so that what they throw is seen. */
@Priority(Integer.MAX_VALUE)
final class AnswerWatch implements ClientResponseFilter {
  private final TracedClient client;

  AnswerWatch(TracedClient client) {
    this.client = client;
  }

  @Override
  public void filter(ClientRequestContext request, ClientResponseContext response) {
    try {
      Message message = PhaseInterceptorChain.getCurrentMessage();
      if (message != null && client.find(request) != null) {
        CxfCall.watchFaults(message, client);
      }
    } catch (Throwable t) {
      client.guard().caught("Tracing a call", t);
    }
  }
}
