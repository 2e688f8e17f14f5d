// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.container.ContainerRequestContext;

/** Stands for a request that is over, for threads that come late. */
final class OverRequest implements ReceivedRequest {
  static final ReceivedRequest INSTANCE = new OverRequest();

  private OverRequest() {}

  @Override
  public ContainerRequestContext context() {
    throw new IllegalStateException("The request is over.");
  }

  @Override
  public long arrivedNanos() {
    return 0;
  }

  @Override
  public String method() {
    return "";
  }
}
