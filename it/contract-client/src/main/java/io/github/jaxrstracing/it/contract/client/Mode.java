// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.core.Response;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The ways to make a call. */
public enum Mode {
  SYNC {
    @Override
    public Response get(Invocation.Builder request) {
      return request.get();
    }
  },
  ASYNC {
    @Override
    public Response get(Invocation.Builder request) throws Exception {
      return result(request.async().get());
    }
  },
  RX {
    @Override
    public Response get(Invocation.Builder request) throws Exception {
      return result(request.rx().get().toCompletableFuture());
    }
  };

  public abstract Response get(Invocation.Builder request) throws Exception;

  private static Response result(Future<Response> future) throws Exception {
    return future.get(10, TimeUnit.SECONDS);
  }
}
