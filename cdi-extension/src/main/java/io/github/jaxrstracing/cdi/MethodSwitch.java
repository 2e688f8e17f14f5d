// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;

/**
 * Whether the business methods of a container are traced. They follow the server side: without its
 * spans each of theirs would begin a trace.
 */
final class MethodSwitch {
  private final boolean configured;

  // Written when an application of the container is deployed, read by every call.
  private volatile boolean anyApplicationOn;
  private volatile boolean anyApplicationOff;

  /**
   * Reads what is not configured for one application alone.
   *
   * @throws IllegalArgumentException when a value is neither true nor false
   */
  MethodSwitch(Guard guard) {
    OptionReader server = new OptionReader(ServerTracing.PREFIX, name -> null, guard);
    this.configured = server.flag("enabled", null, true) && !server.isEverythingOff();
  }

  boolean isOn() {
    return configured && (anyApplicationOn || !anyApplicationOff);
  }

  void applicationIs(boolean on) {
    anyApplicationOn |= on;
    anyApplicationOff |= !on;
  }
}
