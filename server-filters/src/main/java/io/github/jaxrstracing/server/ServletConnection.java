// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A servlet container. Not API: only the packages of hooks use it, where the Servlet API is on the
 * class path.
 *
 * @param request gives the request, or {@code null} where there is none
 * @param response gives the response, or {@code null} where there is none
 * @hidden
 */
public record ServletConnection(
    Supplier<? extends @Nullable HttpServletRequest> request,
    Supplier<? extends @Nullable HttpServletResponse> response)
    implements Connection {
  @Override
  public @Nullable String remoteAddress() {
    HttpServletRequest current = request.get();
    return current == null ? null : current.getRemoteAddr();
  }

  @Override
  public int remotePort() {
    HttpServletRequest current = request.get();
    return current == null ? -1 : current.getRemotePort();
  }

  @Override
  public @Nullable String protocolVersion() {
    HttpServletRequest current = request.get();
    return current == null ? null : Connection.versionOf(current.getProtocol());
  }

  @Override
  public int status() {
    HttpServletResponse current = response.get();
    return current == null ? 0 : current.getStatus();
  }

  @Override
  public boolean isCommitted() {
    HttpServletResponse current = response.get();
    return current != null && current.isCommitted();
  }

  @Override
  public boolean setResponseHeader(String name, String value) {
    HttpServletResponse current = response.get();
    if (current == null || current.isCommitted()) {
      return false;
    }
    current.setHeader(name, value);
    return true;
  }
}
