// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.mock.MockSpan;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which annotation decides over a business method. */
class TracedAnnotationTest {
  private static final String NAME = TracedAnnotationTest.class.getName();

  private final TracedBeans beans =
      new TracedBeans(
          Prices.class,
          SpecialPrices.class,
          Silent.class,
          MicroProfilePrices.class,
          ByStereotype.class,
          NotByStereotype.class,
          Described.class,
          Orders.class,
          MicroProfileOrders.class,
          Parts.class);

  @AfterEach
  void stop() {
    beans.close();
  }

  @Traced
  public static class BasePrices {
    public void inherited() {}

    @Traced(false)
    public void off() {}

    @Traced(operationName = "own")
    public void named() {}
  }

  @Dependent
  public static class Prices extends BasePrices {
    @Override
    public void off() {}
  }

  @Dependent
  @Traced(operationName = "special")
  public static class SpecialPrices extends BasePrices {}

  @Test
  void inheritsTheAnnotationOfASuperclass() {
    beans.get(Prices.class).inherited();

    assertThat(beans.span().operationName()).isEqualTo(NAME + "$Prices.inherited");
  }

  @Test
  void staysOffWhenTheMethodIsOverridden() {
    beans.get(Prices.class).off();

    assertThat(beans.spans()).isEmpty();
  }

  @Test
  void takesTheMethodsAnnotationBeforeThatOfTheClass() {
    SpecialPrices prices = beans.get(SpecialPrices.class);

    prices.inherited();
    prices.off();
    prices.named();

    assertThat(beans.spans()).extracting(MockSpan::operationName).containsExactly("special", "own");
  }

  @Dependent
  @Traced(false)
  public static class Silent {
    public void silent() {}

    @Traced
    public void loud() {}
  }

  @Test
  void canBeOnInAClassThatIsOff() {
    Silent silent = beans.get(Silent.class);

    silent.silent();
    silent.loud();

    assertThat(beans.span().operationName()).isEqualTo(NAME + "$Silent.loud");
  }

  @Dependent
  @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-class")
  public static class MicroProfilePrices {
    public void ofClass() {}

    @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-method")
    public void ofMethod() {}

    @org.eclipse.microprofile.opentracing.Traced(false)
    public void off() {}

    @Traced(operationName = "ours")
    public void ours() {}

    @Traced(false)
    public void oursOff() {}

    @Traced(operationName = "ours-of-both")
    @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-of-both")
    public void both() {}
  }

  @Test
  void honoursMicroProfileAlikeAndOnce() {
    MicroProfilePrices prices = beans.get(MicroProfilePrices.class);

    prices.ofClass();
    prices.ofMethod();
    prices.off();
    prices.ours();
    prices.oursOff();
    prices.both();

    assertThat(beans.spans())
        .extracting(MockSpan::operationName)
        .containsExactly("mp-class", "mp-method", "ours", "ours-of-both");
  }

  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @Dependent
  @Traced(operationName = "by-stereotype")
  @interface Service {}

  @Stereotype
  @Retention(RetentionPolicy.RUNTIME)
  @Service
  @interface SpecialService {}

  @SpecialService
  public static class ByStereotype {
    public void call() {}
  }

  @Service
  @Traced(false)
  public static class NotByStereotype {
    public void call() {}
  }

  @Test
  void followsStereotypes() {
    beans.get(ByStereotype.class).call();
    beans.get(NotByStereotype.class).call();

    assertThat(beans.span().operationName()).isEqualTo("by-stereotype");
  }

  @Dependent
  @Traced
  public static class Described {
    @Override
    public String toString() {
      return "described";
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Described;
    }

    @Traced
    @Override
    public int hashCode() {
      return 7;
    }

    public boolean equals(String name) {
      return name.equals("described");
    }
  }

  @Test
  void leavesOutTheMethodsOfObjectUnlessTheyAreTracedThemselves() {
    Described described = beans.get(Described.class);

    assertThat(described.toString()).isEqualTo("described");
    assertThat(described.equals(new Described())).isTrue();
    assertThat(beans.spans()).isEmpty();

    assertThat(described.hashCode()).isEqualTo(7);
    assertThat(described.equals("described")).isTrue();
    assertThat(beans.spans())
        .extracting(MockSpan::operationName)
        .containsExactly(NAME + "$Described.hashCode", NAME + "$Described.equals");
  }

  @Dependent
  @Path("orders")
  @Traced(operationName = "orders")
  public static class Orders {
    @GET
    public String get() {
      return helper() + named();
    }

    public String helper() {
      return "helped";
    }

    @Traced(operationName = "named")
    public String named() {
      return "named";
    }
  }

  @Dependent
  @Path("mp-orders")
  @org.eclipse.microprofile.opentracing.Traced(operationName = "mp-orders")
  public static class MicroProfileOrders {
    @GET
    public String get() {
      return helper();
    }

    public String helper() {
      return "helped";
    }
  }

  @Test
  void namesNoBusinessMethodAsTheRequestsToItsClass() {
    Orders orders = beans.get(Orders.class);

    orders.helper();
    orders.named();
    beans.get(MicroProfileOrders.class).helper();

    assertThat(beans.spans())
        .extracting(MockSpan::operationName)
        .containsExactly(NAME + "$Orders.helper", "named", "mp-orders");
  }

  interface Store<T> {
    @Traced(false)
    void store(T part);
  }

  @Dependent
  @Traced
  public static class Parts implements Store<String> {
    @Override
    public void store(String part) {}

    public void store(Integer part) {}
  }

  @Test
  void seesTheAnnotationOfAGenericInterfaceButNotForAnOverloadedMethod() {
    Parts parts = beans.get(Parts.class);

    parts.store("part");
    assertThat(beans.spans()).isEmpty();

    parts.store(7);
    assertThat(beans.span().operationName()).isEqualTo(NAME + "$Parts.store");
  }
}
