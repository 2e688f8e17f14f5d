// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.ServletConnection;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jboss.resteasy.core.ResteasyContext;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jspecify.annotations.Nullable;

/** What RESTEasy knows of every container; only servlets tell the version of HTTP. */
record RestEasyConnection(HttpRequest request, HttpResponse response, Connection servlet)
    implements Connection {
  /** Whether the Servlet API is on the class path; it is optional. */
  static final boolean HAS_SERVLETS = hasServlets();

  /** The connection of the request that arrives on this thread. */
  static Connection of(HttpRequest request, HttpResponse response) {
    Connection servlet = HAS_SERVLETS ? Servlet.connection() : Connection.UNKNOWN;
    return new RestEasyConnection(request, response, servlet);
  }

  private static boolean hasServlets() {
    try {
      Class.forName(
          "jakarta.servlet.http.HttpServletRequest",
          false,
          RestEasyConnection.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError notOnClassPath) {
      return false;
    }
  }

  @Override
  public @Nullable String remoteAddress() {
    return request.getRemoteAddress();
  }

  @Override
  public @Nullable String protocolVersion() {
    return servlet.protocolVersion();
  }

  @Override
  public int remotePort() {
    return servlet.remotePort();
  }

  @Override
  public int status() {
    return response.getStatus();
  }

  @Override
  public boolean isCommitted() {
    return response.isCommitted();
  }

  @Override
  public boolean setResponseHeader(String name, String value) {
    if (response.isCommitted()) {
      return false;
    }
    response.getOutputHeaders().putSingle(name, value);
    return true;
  }

  private static final class Servlet {
    static Connection connection() {
      HttpServletRequest request = ResteasyContext.getContextData(HttpServletRequest.class);
      HttpServletResponse response = ResteasyContext.getContextData(HttpServletResponse.class);
      return request == null
          ? Connection.UNKNOWN
          : new ServletConnection(() -> request, () -> response);
    }
  }
}
