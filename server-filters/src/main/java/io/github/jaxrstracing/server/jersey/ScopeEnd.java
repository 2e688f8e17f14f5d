// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.RequestTrace;
import java.lang.reflect.Type;
import java.util.function.Supplier;
import org.glassfish.jersey.internal.inject.Binding;
import org.glassfish.jersey.internal.inject.DisposableSupplier;
import org.glassfish.jersey.internal.inject.InjectionManager;
import org.glassfish.jersey.process.internal.RequestScoped;
import org.jspecify.annotations.Nullable;

/**
 * Ends a failed request with its request scope at the latest. When another listener throws at
 * ON_EXCEPTION, Jersey tells nothing more of the request.
 */
final class ScopeEnd {
  private @Nullable RequestTrace trace;

  private ScopeEnd() {}

  /** Watches the request of this thread; called where its request scope is active. */
  static void watch(InjectionManager injectionManager, RequestTrace trace) {
    ScopeEnd end = injectionManager.getInstance(ScopeEnd.class);
    if (end != null) {
      end.trace = trace;
    }
  }

  /**
   * Lets each request scope that asks for it have one of these.
   *
   * @throws ReflectiveOperationException when this Jersey has no such bindings
   */
  static void bind(InjectionManager injectionManager) throws ReflectiveOperationException {
    Binding<?, ?> binding =
        (Binding<?, ?>)
            bindings().getMethod("supplier", Supplier.class).invoke(null, new Factory());
    binding.to((Type) ScopeEnd.class);
    binding.in(RequestScoped.class);
    injectionManager.register(binding);
  }

  // The class that makes bindings has another package in Jersey 4.
  private static Class<?> bindings() throws ClassNotFoundException {
    ClassLoader jersey = Binding.class.getClassLoader();
    try {
      return Class.forName("org.glassfish.jersey.internal.inject.Bindings", true, jersey);
    } catch (ClassNotFoundException since4) {
      return Class.forName("org.glassfish.jersey.innate.inject.Bindings", true, jersey);
    }
  }

  private static final class Factory implements DisposableSupplier<ScopeEnd> {
    @Override
    public ScopeEnd get() {
      return new ScopeEnd();
    }

    @Override
    public void dispose(ScopeEnd end) {
      if (end.trace != null) {
        end.trace.close(Bracket.FILTERS);
        end.trace.ended(500, false);
      }
    }
  }
}
