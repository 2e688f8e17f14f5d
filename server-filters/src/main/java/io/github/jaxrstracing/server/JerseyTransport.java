// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.Guard;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.jspecify.annotations.Nullable;

/** Asks the container through Jersey's injection, on the request's thread. */
final class JerseyTransport {
  private JerseyTransport() {}

  /** The transport for the containers whose API is on the class path. */
  static Transport of(InjectionManager injectionManager, Guard guard) {
    Transport servlet =
        isPresent("jakarta.servlet.http.HttpServletRequest")
            ? new Servlet(injectionManager)
            : Transport.UNKNOWN;
    Transport grizzly =
        isPresent("org.glassfish.grizzly.http.server.Request")
            ? new Grizzly(injectionManager)
            : Transport.UNKNOWN;
    return new Either(servlet, grizzly, guard);
  }

  private static boolean isPresent(String className) {
    try {
      Class.forName(className, false, JerseyTransport.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError notOnClassPath) {
      return false;
    }
  }

  private static @Nullable String version(@Nullable String protocol) {
    if (protocol == null || !protocol.startsWith("HTTP/")) {
      return null;
    }
    String version = protocol.substring("HTTP/".length());
    return version.endsWith(".0") && !version.startsWith("1.") ? version.substring(0, 1) : version;
  }

  /** Guarded, since what the container does in a state that nobody thought of is its own affair. */
  private record Either(Transport first, Transport second, Guard guard) implements Transport {
    @Override
    public boolean setResponseHeader(String name, String value) {
      return first.setResponseHeader(name, value) || second.setResponseHeader(name, value);
    }

    @Override
    public @Nullable String remoteAddress() {
      return ask(Transport::remoteAddress);
    }

    @Override
    public @Nullable String protocolVersion() {
      return ask(Transport::protocolVersion);
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
      @Nullable String of(Transport transport);
    }
  }

  private record Servlet(InjectionManager injectionManager) implements Transport {
    @Override
    public boolean setResponseHeader(String name, String value) {
      HttpServletResponse response = injectionManager.getInstance(HttpServletResponse.class);
      if (response == null || response.isCommitted()) {
        return false;
      }
      response.setHeader(name, value);
      return true;
    }

    @Override
    public @Nullable String remoteAddress() {
      HttpServletRequest request = injectionManager.getInstance(HttpServletRequest.class);
      return request == null ? null : request.getRemoteAddr();
    }

    @Override
    public @Nullable String protocolVersion() {
      HttpServletRequest request = injectionManager.getInstance(HttpServletRequest.class);
      return request == null ? null : version(request.getProtocol());
    }
  }

  private record Grizzly(InjectionManager injectionManager) implements Transport {
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
    public @Nullable String remoteAddress() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null ? null : request.getRemoteAddr();
    }

    @Override
    public @Nullable String protocolVersion() {
      Request request = injectionManager.getInstance(Request.class);
      return request == null ? null : version(request.getProtocol().getProtocolString());
    }
  }
}
