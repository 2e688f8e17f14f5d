// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.sse.SseEventSink;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.core.interception.jaxrs.PostMatchContainerRequestContext;

/** Watches the sink of server-sent events, after RESTEasy's own last filter has made it. */
@Priority(Integer.MAX_VALUE)
final class SinkFilter implements ContainerRequestFilter {
  @Override
  public void filter(ContainerRequestContext request) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null || !(request instanceof PostMatchContainerRequestContext matched)) {
      return;
    }
    ResourceMethodInvoker invoker = matched.getResourceMethod();
    if (!invoker.isSse() && !invoker.isAsyncStreamProvider()) {
      return;
    }
    SseEventSink sink = ResteasyContext.getContextData(SseEventSink.class);
    if (sink != null) {
      traced.streaming();
      if (RestEasyConnection.HAS_SERVLETS) {
        ClientGone.watch(traced);
      }
      ResteasyContext.pushContext(SseEventSink.class, new TracedSink(sink, traced));
    }
  }
}
