// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.cxf;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.util.List;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.interceptor.Interceptor;
import org.apache.cxf.interceptor.InterceptorChain;
import org.apache.cxf.interceptor.OneWayProcessorInterceptor;
import org.apache.cxf.interceptor.OutgoingChainInterceptor;
import org.apache.cxf.interceptor.ServiceInvokerInterceptor;
import org.apache.cxf.jaxrs.JAXRSInvoker;
import org.apache.cxf.jaxrs.JAXRSServiceImpl;
import org.apache.cxf.jaxrs.impl.AsyncResponseImpl;
import org.apache.cxf.jaxrs.model.ClassResourceInfo;
import org.apache.cxf.jaxrs.model.MethodInvocationInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfo;
import org.apache.cxf.jaxrs.model.OperationResourceInfoStack;
import org.apache.cxf.jaxrs.provider.ServerProviderFactory;
import org.apache.cxf.message.Exchange;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.service.Service;
import org.apache.cxf.service.invoker.AbstractInvoker;
import org.apache.cxf.service.invoker.Invoker;
import org.apache.cxf.transport.MessageObserver;

/** The classes and members of CXF that the hooks need. */
final class CxfMembers {
  private CxfMembers() {}

  /**
   * All of them.
   *
   * @throws NoSuchMethodException when one is missing
   * @throws LinkageError when a class is missing
   */
  static List<Executable> needed() throws NoSuchMethodException {
    return List.of(
        PhaseInterceptorChain.class.getMethod("getCurrentMessage"),
        InterceptorChain.class.getMethod("getFaultObserver"),
        InterceptorChain.class.getMethod("setFaultObserver", MessageObserver.class),
        InterceptorChain.class.getMethod("add", Interceptor.class),
        InterceptorChain.class.getMethod("remove", Interceptor.class),
        MessageObserver.class.getMethod("onMessage", Message.class),
        AbstractPhaseInterceptor.class.getMethod("addBefore", String.class),
        AbstractPhaseInterceptor.class.getMethod("addAfter", String.class),
        OutgoingChainInterceptor.class.getConstructor(),
        OneWayProcessorInterceptor.class.getConstructor(),
        ServiceInvokerInterceptor.class.getMethod("handleMessage", Message.class),
        Exchange.class.getMethod("getService"),
        Exchange.class.getMethod("isOneWay"),
        Endpoint.class.getMethod("getService"),
        Service.class.getMethod("setInvoker", Invoker.class),
        JAXRSInvoker.class.getMethod("invoke", Exchange.class, Object.class),
        AbstractInvoker.class.getDeclaredMethod(
            "performInvocation", Exchange.class, Object.class, Method.class, Object[].class),
        AsyncResponseImpl.class.getMethod("getResponseObject"),
        ServerProviderFactory.class.getMethod("getInstance", Message.class),
        ServerProviderFactory.class.getMethod("getApplicationProvider"),
        JAXRSServiceImpl.class.getMethod("getClassResourceInfos"),
        ClassResourceInfo.class.getMethod("getMethodDispatcher"),
        ClassResourceInfo.class.getMethod("getURITemplate"),
        OperationResourceInfo.class.getMethod("isSubResourceLocator"),
        OperationResourceInfo.class.getMethod("getNameBindings"),
        OperationResourceInfo.class.getMethod("getURITemplate"),
        OperationResourceInfo.class.getMethod("getMethodToInvoke"),
        OperationResourceInfo.class.getMethod("getAnnotatedMethod"),
        OperationResourceInfoStack.class.getMethod("size"),
        MethodInvocationInfo.class.getMethod("getMethodInfo"),
        MethodInvocationInfo.class.getMethod("getRealClass"));
  }
}
