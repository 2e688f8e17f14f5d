// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.RequestTrace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import org.glassfish.jersey.message.MessageBodyWorkers;
import org.glassfish.jersey.server.ContainerRequest;

/**
 * Tells the exceptions of the writers of chunks and events: no interceptor is called for them, and
 * the stream is then closed as if all were well.
 */
final class ChunkFailures {
  private ChunkFailures() {}

  /** Watches what writers for this request throw from now on. */
  static void watch(ContainerRequest request, RequestTrace trace) {
    MessageBodyWorkers workers = request.getWorkers();
    if (workers == null || Proxy.isProxyClass(workers.getClass())) {
      return;
    }
    request.setWorkers(
        (MessageBodyWorkers)
            Proxy.newProxyInstance(
                MessageBodyWorkers.class.getClassLoader(),
                new Class<?>[] {MessageBodyWorkers.class},
                (proxy, method, arguments) -> {
                  try {
                    return method.invoke(workers, arguments);
                  } catch (InvocationTargetException e) {
                    Throwable thrown = Objects.requireNonNull(e.getCause());
                    if (method.getName().equals("writeTo")) {
                      trace.streamEnded(JerseyRequest.unwrapped(thrown));
                    }
                    throw thrown;
                  }
                }));
  }
}
