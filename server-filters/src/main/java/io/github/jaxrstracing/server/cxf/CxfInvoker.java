// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.impl.AsyncResponseImpl;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.service.Service;
import org.jspecify.annotations.Nullable;

/**
 * Sees what methods throw, also where it is mapped: nothing else keeps that. A service with an
 * executor calls its methods on other threads, which only their invoker knows.
 */
final class CxfInvoker extends JAXRSInvoker {
  /** From now on the methods of this service are seen, unless it has an invoker of its own. */
  static void hook(Service service) {
    if (service.getInvoker().getClass() == JAXRSInvoker.class) {
      service.setInvoker(new CxfInvoker());
    }
  }

  @Override
  public @Nullable Object invoke(Exchange exchange, Object parameters) {
    Object answer = super.invoke(exchange, parameters);
    CxfRequest request = CxfRequest.of(exchange);
    if (request != null
        && exchange.get(AsyncResponse.class) instanceof AsyncResponseImpl later
        && later.getResponseObject() instanceof Throwable resumedWith) {
      request.failed(resumedWith);
    }
    return answer;
  }

  @Override
  protected @Nullable Object performInvocation(
      Exchange exchange, Object resource, Method method, Object[] parameters) throws Exception {
    CxfRequest request = CxfRequest.of(exchange);
    if (request == null) {
      return super.performInvocation(exchange, resource, method, parameters);
    }
    request.open();
    try {
      return super.performInvocation(exchange, resource, method, parameters);
    } catch (InvocationTargetException e) {
      request.failed(e.getCause() == null ? e : e.getCause());
      throw e;
    } finally {
      request.close();
    }
  }
}
