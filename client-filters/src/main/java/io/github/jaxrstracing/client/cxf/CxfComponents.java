// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.core.FeatureContext;
import java.util.concurrent.ExecutorService;
import org.apache.cxf.Bus;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.MessageObserver;
import org.apache.cxf.workqueue.AutomaticWorkQueue;
import org.apache.cxf.workqueue.WorkQueueManager;

/** What is registered on a client of CXF. */
final class CxfComponents {
  /** CXF's property for the executor that the application gave. */
  private static final String EXECUTOR = "executorService";

  private CxfComponents() {}

  /** Fails with a {@link LinkageError} unless this CXF has all that the components use. */
  static void verify() {
    has(Message.class, PhaseInterceptorChain.class, "getCurrentMessage");
    has(Exchange.class, Message.class, "getExchange");
    has(InterceptorChain.class, Message.class, "getInterceptorChain");
    has(Object.class, Message.class, "getContent", Class.class);
    has(Bus.class, Exchange.class, "getBus");
    has(Object.class, Exchange.class, "get", Class.class);
    has(MessageObserver.class, InterceptorChain.class, "getFaultObserver");
    has(void.class, InterceptorChain.class, "setFaultObserver", MessageObserver.class);
    has(void.class, MessageObserver.class, "onMessage", Message.class);
    has(Object.class, Bus.class, "getExtension", Class.class);
    has(AutomaticWorkQueue.class, WorkQueueManager.class, "getAutomaticWorkQueue");
    has(AutomaticWorkQueue.class, WorkQueueManager.class, "getNamedWorkQueue", String.class);
    has(Throwable.class, Fault.class, "getCause");
  }

  private static void has(Class<?> result, Class<?> type, String method, Class<?>... parameters) {
    try {
      if (type.getMethod(method, parameters).getReturnType() == result) {
        return;
      }
    } catch (NoSuchMethodException e) {
      // Told below, as of one with another result.
    }
    throw new NoSuchMethodError(type.getName() + '.' + method);
  }

  static void register(FeatureContext context, TracedClient client) {
    Callers callers = new Callers(client);
    Object given = context.getConfiguration().getProperty(EXECUTOR);
    ExecutorService own = given instanceof ExecutorService executor ? executor : null;
    context.property(EXECUTOR, new CallerExecutor(own, callers));
    context.register(new CallBegin(client, callers));
    context.register(new AnswerWatch(client));
    context.register(new CallEnd(client));
  }
}
