// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Resources with the annotation in every place it can have. */
final class AnnotatedResources {
  private AnnotatedResources() {}

  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "plain";
    }
  }

  @Path("on-method")
  public static class OnMethod {
    @GET
    @Path("traced/{id: [0-9]+}")
    @Traced
    public String traced(@PathParam("id") String id) {
      return id;
    }

    @GET
    @Path("plain")
    public String plain() {
      return "plain";
    }
  }

  /** As a CDI container makes it: it overrides everything and annotates nothing. */
  public static class Proxied extends OnMethod {
    @Override
    public String traced(String id) {
      return super.traced(id);
    }

    @Override
    public String plain() {
      return super.plain();
    }
  }

  @Path("on-class")
  @Traced
  public static class OnClass {
    @GET
    public String get() {
      return "traced";
    }

    @GET
    @Path("excluded")
    @Traced(false)
    public String excluded() {
      return "excluded";
    }
  }

  @Path("excluded-class")
  @Traced(false)
  public static class ExcludedClass {
    @GET
    public String get() {
      return "excluded";
    }

    @GET
    @Path("included")
    @Traced
    public String included() {
      return "included";
    }
  }

  @Traced
  public abstract static class Superclass {
    @GET
    @Path("inherited")
    public String inherited() {
      return "inherited";
    }

    @GET
    @Path("excluded")
    @Traced(false)
    public String excluded() {
      return "excluded";
    }
  }

  @Path("subclass")
  public static class Subclass extends Superclass {
    @GET
    public String get() {
      return "own";
    }

    @Override
    public String excluded() {
      return "still excluded";
    }
  }

  @Traced(false)
  public abstract static class ExcludedSuperclass {}

  @Path("excluded-subclass")
  public static class ExcludedSubclass extends ExcludedSuperclass {
    @GET
    public String get() {
      return "excluded";
    }
  }

  public interface Declared {
    @GET
    @Path("traced")
    @Traced
    String traced();

    @GET
    @Path("plain")
    String plain();
  }

  @Path("of-interface")
  public static class OfInterface implements Declared {
    @Override
    public String traced() {
      return "traced";
    }

    @Override
    public String plain() {
      return "plain";
    }
  }

  @Traced(operationName = "the-interface")
  public interface AnnotatedInterface {
    @GET
    String get();
  }

  @Path("of-annotated-interface")
  public static class OfAnnotatedInterface implements AnnotatedInterface {
    @Override
    public String get() {
      return "traced";
    }
  }

  public static class PlainLeaf {
    @GET
    @Path("leaf")
    public String leaf() {
      return "leaf";
    }

    @GET
    @Path("method-excluded")
    @Traced(false)
    public String excluded() {
      return "excluded";
    }
  }

  @Traced
  public static class TracedLeaf {
    @GET
    @Path("b/leaf")
    public String leaf() {
      return "leaf";
    }
  }

  public static class UntracedLeaf {
    @GET
    @Path("b/leaf")
    public String leaf() {
      return "leaf";
    }
  }

  @Traced(false)
  public static class ExcludedLeaf {
    @GET
    @Path("leaf")
    public String leaf() {
      return "leaf";
    }
  }

  @Path("plain-locator/{id}")
  public static class PlainLocator {
    @Path("traced")
    public TracedLeaf traced() {
      return new TracedLeaf();
    }

    @Path("plain")
    public UntracedLeaf plain() {
      return new UntracedLeaf();
    }
  }

  @Path("traced-locator")
  public static class TracedLocator {
    @Path("plain")
    @Traced
    public PlainLeaf plain() {
      return new PlainLeaf();
    }

    @Path("excluded")
    @Traced
    public ExcludedLeaf excluded() {
      return new ExcludedLeaf();
    }
  }

  @Path("named")
  @Traced(operationName = "the-class")
  public static class Named {
    @GET
    public String get() {
      return "class";
    }

    @GET
    @Path("again")
    @Traced(operationName = "the-method")
    public String again() {
      return "method";
    }
  }
}
