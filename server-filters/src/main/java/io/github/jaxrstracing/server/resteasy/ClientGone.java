// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import org.jboss.resteasy.core.ResteasyContext;

/**
 * Tells that the client of server-sent events has gone, where a servlet container says so: an event
 * that is being sent to it may then never be done.
 */
record ClientGone(RestEasyRequest request) implements AsyncListener {
  /** Watches the connection of the request that this thread serves. */
  static void watch(RestEasyRequest traced) {
    HttpServletRequest request = ResteasyContext.getContextData(HttpServletRequest.class);
    if (request != null && request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new ClientGone(traced));
    }
  }

  @Override
  public void onError(AsyncEvent event) {
    request.streamEnded(event.getThrowable());
  }

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
