// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** The resources of the server. */
final class Items {
  private Items() {}

  /** A resource that is traced. */
  @Traced
  @Path("items")
  public static final class Marked {
    /** Called by Jersey. */
    public Marked() {}

    /** Answers. */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }
  }

  /** The same resource, and not traced. */
  @Path("plain")
  public static final class Unmarked {
    /** Called by Jersey. */
    public Unmarked() {}

    /** Answers. */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }
  }

  /** A tree that is as deep as the path of the request. */
  @Traced
  @Path("trees")
  public static final class Tree {
    /** Called by Jersey. */
    public Tree() {}

    /** The next level. */
    @Path("sub")
    public Tree sub() {
      return this;
    }

    /** Answers. */
    @GET
    @Path("{id}")
    public String get(@PathParam("id") String id) {
      return id;
    }
  }
}
