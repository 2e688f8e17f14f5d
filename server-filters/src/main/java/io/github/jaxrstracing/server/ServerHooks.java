// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;

/**
 * What one implementation of Jakarta REST tells beyond filters. Found by service loading; not API:
 * each implementation has a package of hooks in this library.
 *
 * @hidden
 */
public interface ServerHooks {
  /**
   * Whether this is the implementation that configures the feature. Must not need its classes.
   *
   * @param configuration the configuration of the application
   * @return whether {@link #install} can be called
   */
  boolean fits(Configuration configuration);

  /**
   * Registers the hooks. It verifies first that the implementation is as expected, and registers
   * nothing when it is not.
   *
   * @param context where to register
   * @param pair what the hooks tell
   * @throws ReflectiveOperationException when a member is missing
   * @throws LinkageError when a class is missing
   */
  void install(FeatureContext context, FilterPair pair) throws ReflectiveOperationException;

  /**
   * Whether the implementation writes a body with interceptors as it does without. Asked also where
   * the hooks could not be installed. Must not need its classes.
   *
   * @return {@code false} where no interceptor of this library may be around the writers
   */
  default boolean allowsWriterInterceptors() {
    return true;
  }

  /**
   * Whether these hooks tell all of a request that matches no method, so that the pair of filters
   * is needed at methods only.
   *
   * @return {@code false} where the filters must see each request
   */
  default boolean seesUnmatched() {
    return false;
  }
}
