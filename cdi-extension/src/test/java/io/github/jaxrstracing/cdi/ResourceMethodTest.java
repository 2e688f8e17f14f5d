// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.server.Traced;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls resource methods as Jersey does; their spans are the requests'. */
class ResourceMethodTest {
  private final TracedBeans beans = new TracedBeans(Orders.class);

  @AfterEach
  void stop() {
    beans.close();
  }

  @Retention(RetentionPolicy.RUNTIME)
  @HttpMethod("PURGE")
  @interface Purge {}

  interface OrdersApi<T> {
    @GET
    void declaredByInterface(T id);
  }

  abstract static class BaseOrders {
    @Purge
    public void declaredBySuperclass() {}
  }

  @Dependent
  @Path("orders")
  @Traced
  public static class Orders extends BaseOrders implements OrdersApi<String> {
    @GET
    public void get() {}

    @Purge
    public void purge() {}

    @Path("items")
    public Object locator() {
      return this;
    }

    @Override
    public void declaredByInterface(String id) {}

    @Override
    @Traced
    public void declaredBySuperclass() {}

    public void business() {}
  }

  @Test
  void haveNoSpanOfTheirOwn() {
    Orders orders = beans.get(Orders.class);

    orders.get();
    orders.purge();
    orders.locator();
    orders.declaredByInterface("7");
    orders.declaredBySuperclass();

    assertThat(beans.spans()).isEmpty();
  }

  @Test
  void areNotAllMethodsOfTheirClass() {
    beans.get(Orders.class).business();

    assertThat(beans.span().operationName()).endsWith("$Orders.business");
  }
}
