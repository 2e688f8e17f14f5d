// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.annotation.Priority;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;

/** Begins the trace of a call before all other filters, so that what they throw is seen. */
@Priority(Integer.MIN_VALUE)
final class CallBegin implements ClientRequestFilter {
  private final TracedClient client;
  private final Callers callers;

  CallBegin(TracedClient client, Callers callers) {
    this.client = client;
    this.callers = callers;
  }

  @Override
  public void filter(ClientRequestContext request) {
    try {
      Message message = PhaseInterceptorChain.getCurrentMessage();
      if (message != null && client.tracer() != null) {
        CallProperties.prepare(request, message.getExchange());
        callers.beginCall(request);
        CxfCall.watchFaults(message, client);
      }
    } catch (Throwable t) {
      client.guard().caught("Tracing a call", t);
    }
  }
}
