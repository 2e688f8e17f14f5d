// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.GuardedTracer;
import io.github.jaxrstracing.span.OptionReader;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Loaded by Jakarta REST into every client; does nothing before {@link
 * ClientTracingFeature#installForAllClients} was called or {@code jaxrs-tracing.client.enabled} is
 * set. It is public only for the service loader: applications have no use for it.
 *
 * <p>It yields to an explicitly registered {@link ClientTracingFeature}, also to one that another
 * feature registers later.
 */
@ConstrainedTo(RuntimeType.CLIENT)
// A number that no other has: RESTEasy before 6.2.17 loads one of all services with a priority.
@Priority(4712)
public final class InstalledClientTracing implements Feature {
  /**
   * The one static state of this library. Clients that are built inside other libraries share
   * nothing with the application but the JVM, so there is no other place that both can reach. The
   * last one is in force. Weak, since this library may outlive the application that installed it.
   */
  private static final List<WeakReference<Installed>> INSTALLED = new CopyOnWriteArrayList<>();

  /** What a class has installed, which lives as long as that class: nobody needs to close it. */
  private static final ClassValue<List<Installed>> OF_CLASS =
      new ClassValue<>() {
        @Override
        protected List<Installed> computeValue(Class<?> type) {
          return new CopyOnWriteArrayList<>();
        }
      };

  private static final String LOADS_SERVICES = "jakarta.ws.rs.loadServices";

  // Static too, or one wrong option would be logged once for each client.
  private static final Guard GUARD = new Guard();

  /** Called by the service loader. */
  public InstalledClientTracing() {}

  static ClientTracingFeature.Installation install(ClientTracingFeature feature) {
    Installed installed = new Installed(feature, OF_CLASS.get(caller()));
    installed.ofItsClass.add(installed);
    INSTALLED.removeIf(reference -> reference.get() == null);
    INSTALLED.add(new WeakReference<>(installed));
    return installed;
  }

  private static Class<?> caller() {
    Class<?> caller =
        StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
            .<Class<?>>walk(
                frames ->
                    frames
                        .<Class<?>>map(StackWalker.StackFrame::getDeclaringClass)
                        .filter(InstalledClientTracing::isOutside)
                        .findFirst()
                        .orElseThrow());
    return caller.getNestHost(); // a hidden class may be gone before its class loader
  }

  private static boolean isOutside(Class<?> type) {
    return type != InstalledClientTracing.class && type != ClientTracingFeature.class;
  }

  @Override
  public boolean configure(FeatureContext context) {
    Installed tracing = find(context.getConfiguration());
    return tracing != null && tracing.feature.configure(context, tracing::isInForce);
  }

  /**
   * The tracing of a client that loads no features, or null when it is not traced or has a feature
   * of its own.
   */
  static @Nullable TracedClient ofClient(Configuration configuration, ClientHooks hooks) {
    if (Boolean.FALSE.equals(configuration.getProperty(LOADS_SERVICES))
        || TracedClient.of(configuration) != null) {
      return null;
    }
    Installed tracing = find(configuration);
    ClientSettings settings =
        tracing == null ? null : tracing.feature.settings(configuration, tracing::isInForce);
    return settings == null ? null : new TracedClient(settings, hooks);
  }

  /** The tracer of the feature that is in force for all clients, or null. */
  static @Nullable GuardedTracer tracer() {
    Installed installed = last();
    return installed == null ? null : installed.feature.tracer();
  }

  // A wrong option must not fail here: nobody registered this, it would fail the calls of others.
  private static @Nullable Installed find(Configuration configuration) {
    try {
      return findOrFail(configuration);
    } catch (IllegalArgumentException wrongOption) {
      GUARD.warn(
          "The clients that are not registered explicitly are not traced. "
              + wrongOption.getMessage());
    } catch (RuntimeException e) {
      GUARD.caught("Configuring a client that is not registered explicitly", e);
    }
    return null;
  }

  private static @Nullable Installed findOrFail(Configuration configuration) {
    if (configuration.isRegistered(ClientTracingFeature.class)
        || Boolean.FALSE.equals(configuration.getProperty(ClientTracingFeature.TRACED))) {
      return null;
    }
    Installed installed = last();
    OptionReader options =
        new OptionReader(ClientOptions.PREFIX, configuration::getProperty, GUARD);
    options.warnOfUnknownKeys(configuration.getPropertyNames());
    if (!options.flag("enabled", null, installed != null)) {
      return null;
    }
    return installed == null ? new Installed(new ClientTracingFeature(), List.of()) : installed;
  }

  private static @Nullable Installed last() {
    Installed last = null;
    for (WeakReference<Installed> reference : INSTALLED) {
      Installed installed = reference.get(); // an index would race with close()
      last = installed == null ? last : installed;
    }
    return last;
  }

  private static final class Installed implements ClientTracingFeature.Installation {
    private final ClientTracingFeature feature;
    private final List<Installed> ofItsClass;
    private volatile boolean closed;

    private Installed(ClientTracingFeature feature, List<Installed> ofItsClass) {
      this.feature = feature;
      this.ofItsClass = ofItsClass;
    }

    private boolean isInForce() {
      return !closed;
    }

    @Override
    public void close() {
      closed = true;
      INSTALLED.removeIf(reference -> reference.get() == this);
      ofItsClass.remove(this);
    }
  }
}
