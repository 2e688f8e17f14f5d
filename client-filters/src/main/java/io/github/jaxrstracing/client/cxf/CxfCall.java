// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.CallTrace;
import io.github.jaxrstracing.client.TracedClient;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.MessageObserver;
import org.jspecify.annotations.Nullable;

/** The call that this thread works for, as its exchange knows it. */
final class CxfCall {
  private CxfCall() {}

  static void keep(@Nullable CallTrace trace) {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    if (message != null) {
      message.getExchange().put(CallTrace.class, trace);
    }
  }

  static @Nullable CallTrace find() {
    Message message = PhaseInterceptorChain.getCurrentMessage();
    return message == null ? null : of(message.getExchange());
  }

  static @Nullable CallTrace of(Exchange exchange) {
    return exchange.get(CallTrace.class);
  }

  /**
   * Ends the call when its chain fails. That comes before callbacks, and before the response
   * filters that CXF may still call, with a status of 200, after an asynchronous call has failed.
   */
  static void watchFaults(Message message, TracedClient client) {
    InterceptorChain chain = message.getInterceptorChain();
    MessageObserver next = chain.getFaultObserver();
    chain.setFaultObserver(
        failed -> {
          endWithFailure(failed, client);
          if (next != null) {
            next.onMessage(failed);
          }
        });
  }

  private static void endWithFailure(Message failed, TracedClient client) {
    try {
      CallTrace trace = of(failed.getExchange());
      if (trace != null) {
        Throwable thrown = failed.getContent(Exception.class);
        boolean isCarrier = thrown instanceof Fault && thrown.getCause() != null;
        client.endWithFailure(trace, isCarrier ? thrown.getCause() : thrown, null);
      }
    } catch (Throwable t) {
      client.guard().caught("Tracing a call that failed", t);
    }
  }
}
