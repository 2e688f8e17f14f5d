// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.lang.reflect.Field;
import java.util.Map;
import org.jboss.resteasy.client.jaxrs.ClientHttpEngine;
import org.jboss.resteasy.client.jaxrs.ResteasyClient;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;

/**
 * Watches what may fail in the calls of an invocation: its filters and its engine. RESTEasy has no
 * event and no interceptor for it, and an engine that is wrapped when the client is built would
 * know nothing of its time-outs and its TLS.
 */
final class WatchedInvocation {
  private WatchedInvocation() {}

  /** Fails with a {@link LinkageError} unless this RESTEasy has all that is used here. */
  static void verify() {
    has(ClientInvocation.class, "getRequestFilters", ClientRequestFilter[].class);
    has(ClientInvocation.class, "getResponseFilters", ClientResponseFilter[].class);
    has(ClientInvocation.class, "getMutableProperties", Map.class);
    has(ClientInvocation.class, "getClient", ResteasyClient.class);
    has(ClientRequestContextImpl.class, "getInvocation", ClientInvocation.class);
    has(ResteasyClient.class, "httpEngine", ClientHttpEngine.class);
    if (ClientField.FIELD.getType() != ResteasyClient.class) {
      throw new NoSuchFieldError(ClientField.FIELD.toString());
    }
  }

  private static void has(Class<?> type, String method, Class<?> result) {
    try {
      if (type.getMethod(method).getReturnType() == result) {
        return;
      }
    } catch (NoSuchMethodException e) {
      // Told below, as of one with another result.
    }
    throw new NoSuchMethodError(type.getName() + '.' + method);
  }

  /** Watches the call whose request filters begin. */
  static void watch(ClientInvocation invocation, TracedClient client)
      throws IllegalAccessException {
    WatchedFilters.watch(invocation, client);
    ResteasyClient sender = invocation.getClient();
    if (sender == WatchedEngine.sender(sender)) {
      ClientField.FIELD.set(invocation, WatchedEngine.watch(sender, client));
    }
  }

  /** The one member that is not public; found when it is used first. */
  private static final class ClientField {
    static final Field FIELD = find();

    private static Field find() {
      try {
        Field field = ClientInvocation.class.getDeclaredField("client");
        if (field.trySetAccessible()) {
          return field;
        }
        throw new IllegalAccessError(field + " is not open to this library");
      } catch (NoSuchFieldException e) {
        throw new NoSuchFieldError(e.getMessage());
      }
    }
  }
}
