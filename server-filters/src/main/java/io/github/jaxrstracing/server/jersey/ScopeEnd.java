// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.RequestTrace;
import org.glassfish.jersey.internal.inject.AbstractBinder;
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

  /** Makes one of these for each request scope that asks for it. */
  static final class Binder extends AbstractBinder {
    @Override
    protected void configure() {
      bindFactory(new Factory()).to(ScopeEnd.class).in(RequestScoped.class);
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
        end.trace.ended(500, false);
      }
    }
  }
}
