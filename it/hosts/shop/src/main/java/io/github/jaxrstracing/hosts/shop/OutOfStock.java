// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** An exception that has a mapper. */
public class OutOfStock extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Answers 409. */
  @Provider
  public static class Mapper implements ExceptionMapper<OutOfStock> {
    @Override
    public Response toResponse(OutOfStock exception) {
      return Response.status(Response.Status.CONFLICT).build();
    }
  }
}
