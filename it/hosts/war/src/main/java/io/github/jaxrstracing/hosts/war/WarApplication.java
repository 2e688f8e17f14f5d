// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.war;

import io.github.jaxrstracing.hosts.shop.Shop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

@ApplicationPath("api")
@ApplicationScoped
public class WarApplication extends Application {
  @Override
  public Set<Class<?>> getClasses() {
    return Shop.classes();
  }
}
