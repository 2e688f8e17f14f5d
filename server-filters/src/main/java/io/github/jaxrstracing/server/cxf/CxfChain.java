// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.interceptor.OneWayProcessorInterceptor;
import org.apache.cxf.interceptor.OutgoingChainInterceptor;
import org.apache.cxf.interceptor.ServiceInvokerInterceptor;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;

/** What is put into the chain of one request; the chains of others are left alone. */
final class CxfChain {
  private static final Interceptor<Message> END = new End();
  private static final Interceptor<Message> METHOD = new Method();
  private static final Interceptor<Message> BEFORE_ONE_WAY = new BeforeOneWay();

  private CxfChain() {}

  static void hook(Message in) {
    InterceptorChain chain = in.getInterceptorChain();
    chain.add(END);
    for (Interceptor<? extends Message> interceptor : chain) {
      if (interceptor.getClass() == ServiceInvokerInterceptor.class) {
        chain.remove(interceptor);
        chain.add(METHOD);
        return;
      }
    }
  }

  /** From now on the request goes on elsewhere, and its client has been answered. */
  static void hookOneWay(Message in) {
    in.getInterceptorChain().add(BEFORE_ONE_WAY);
  }

  /** After the outgoing chain: everything that is answered within the chain comes by. */
  private static final class End extends AbstractPhaseInterceptor<Message> {
    End() {
      super(Phase.POST_INVOKE);
      addAfter(OutgoingChainInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
      CxfRequest request = CxfRequest.of(message.getExchange());
      if (request != null) {
        request.ended();
      }
    }
  }

  /**
   * The locators, the request filters of what they lead to, the method and the exception mappers. A
   * chain may be suspended in it, and then nothing more is called on this thread.
   */
  private static final class Method extends ServiceInvokerInterceptor {
    @Override
    public void handleMessage(Message message) {
      CxfRequest request = CxfRequest.of(message.getExchange());
      if (request == null) {
        super.handleMessage(message);
        return;
      }
      request.open();
      try {
        super.handleMessage(message);
      } finally {
        request.leave();
      }
    }
  }

  private static final class BeforeOneWay extends AbstractPhaseInterceptor<Message> {
    BeforeOneWay() {
      super(Phase.PRE_LOGICAL);
      addBefore(OneWayProcessorInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
      CxfRequest request = CxfRequest.of(message.getExchange());
      if (request != null) {
        request.leave();
      }
    }
  }
}
