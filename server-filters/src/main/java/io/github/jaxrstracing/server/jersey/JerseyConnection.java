// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Connection;
import io.github.jaxrstracing.server.ServletConnection;
import io.github.jaxrstracing.span.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.jspecify.annotations.Nullable;

/** Asks the container through Jersey's injection, on the request's thread. */
final class JerseyConnection {
  private JerseyConnection() {}

  /** The transport for the containers whose API is on the class path. */
  static Connection of(InjectionManager injectionManager, Guard guard) {
    Connection servlet =
        isPresent("jakarta.servlet.http.HttpServletRequest")
            ? Servlet.connection(injectionManager)
            : Connection.UNKNOWN;
    Connection grizzly =
        isPresent("org.glassfish.grizzly.http.server.Request")
            ? new Grizzly(injectionManager)
            : Connection.UNKNOWN;
    return new Either(servlet, grizzly, guard);
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, JerseyConnection.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError notOnClassPath) {
      return false;
    }
  }

  /** Guarded: calls of a container may throw after the response is committed. */
  private record Either(Connection first, Connection second, Guard guard) implements Connection {
    @Override
    public boolean setResponseHeader(String name, String value) {
      return first.setResponseHeader(name, value) || second.setResponseHeader(name, value);
    }

    @Override
    public int status() {
      int status = first.status();
      return status == 0 ? second.status() : status;
    }

    @Override
    public boolean isCommitted() {
      return first.isCommitted() || second.isCommitted();
    }

    @Override
    public @Nullable String remoteAddress() {
      return ask(Connection::remoteAddress);
    }

    @Override
    public int remotePort() {
      try {
        int port = first.remotePort();
        return port > 0 ? port : second.remotePort();
      } catch (Throwable t) {
        guard.caught("Asking the container", t);
        return -1;
      }
    }

    @Override
    public @Nullable String protocolVersion() {
      return ask(Connection::protocolVersion);
    }

    private @Nullable String ask(Question question) {
      try {
        String answer = question.of(first);
        return answer == null ? question.of(second) : answer;
      } catch (Throwable t) {
        guard.caught("Asking the container", t);
        return null;
      }
    }

    @FunctionalInterface
    private interface Question {
      @Nullable String of(Connection transport);
    }
  }

  /** A class of its own: the Servlet API is optional. */
  private static final class Servlet {
    static Connection connection(InjectionManager injectionManager) {
      return new ServletConnection(
          () -> injectionManager.getInstance(HttpServletRequest.class),
          () -> injectionManager.getInstance(HttpServletResponse.class));
    }
  }

  private record Grizzly(InjectionManager injectionManager) implements Connection {
    @Override
    public boolean setResponseHeader(String name, String value) {
      Request request = injectionManager.getInstance(Request.class);
      if (request == null || request.getResponse().isCommitted()) {
        return false;
      }
      request.getResponse().setHeader(name, value);
      return true;
    }

    @Override
    public boolean isCommitted() {
      Request request = injectionManager.getInstance(Request.class);
      return request != null && request.getResponse().isCommitted();
    }

    @Override
    public int status() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null ? 0 : request.getResponse().getStatus();
    }

    @Override
    public @Nullable String remoteAddress() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null ? null : request.getRemoteAddr();
    }

    @Override
    public int remotePort() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null ? -1 : request.getRemotePort();
    }

    @Override
    public @Nullable String protocolVersion() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null
          ? null
          : Connection.versionOf(request.getProtocol().getProtocolString());
    }
  }
}
