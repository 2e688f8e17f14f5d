// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.ClientHooks;
import io.github.jaxrstracing.client.TracedClient;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Traces the clients on which nothing was registered. RESTEasy loads no features into them; it
 * reads {@code META-INF/services/jakarta.ws.rs.ext.Providers} instead, once for all clients of a
 * class loader. So its filters are in every client, and ask for each one, when it makes its first
 * call, whether and how it is traced. It is public only for that file.
 *
 * <p>It is not constrained to clients: where a server runs, its filters are those of new clients.
 *
 * @hidden
 */
public final class InstalledRestEasyClients implements Feature {
  private final ClientHooks hooks = new RestEasyClientHooks();
  private final Map<Object, Optional<TracedClient>> clients =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Called by RESTEasy. */
  public InstalledRestEasyClients() {}

  @Override
  public boolean configure(FeatureContext context) {
    if (!hooks.fits(context.getConfiguration())) {
      return false;
    }
    try {
      WatchedInvocation.verify();
    } catch (LinkageError serverAlone) {
      // A server without a client; a client that is not as expected is told where it is traced.
      return false;
    }
    context.register(new InstalledFilters.First(this));
    context.register(new InstalledFilters.Starting(this));
    context.register(new InstalledFilters.Recording(this));
    context.register(new InstalledFilters.Last(this));
    return true;
  }

  /** The tracing of the client that makes this call, or null. */
  @Nullable TracedClient tracing(ClientRequestContext request) {
    Object client = WatchedEngine.sender(Calls.invocation(request).getClient());
    Optional<TracedClient> known = clients.get(client);
    if (known == null) {
      TracedClient found = TracedClient.installedOn(request.getClient().getConfiguration(), hooks);
      if (found != null) {
        CallerContext.add(found);
      }
      known = Optional.ofNullable(found);
      clients.put(client, known);
    }
    TracedClient tracing = known.orElse(null);
    return tracing == null || TracedClient.isRegisteredOn(request.getConfiguration())
        ? null
        : tracing;
  }
}
