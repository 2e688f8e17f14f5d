// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.glassfish;

import java.io.File;
import org.glassfish.embeddable.GlassFish;
import org.glassfish.embeddable.GlassFishProperties;
import org.glassfish.embeddable.GlassFishRuntime;

public final class GlassFishHost {
  public static void main(String[] args) throws Exception {
    GlassFishProperties properties = new GlassFishProperties();
    properties.setPort("http-listener", Integer.parseInt(args[0]));
    GlassFish glassfish = GlassFishRuntime.bootstrap().newGlassFish(properties);
    glassfish.start();
    glassfish.getDeployer().deploy(new File("../war/target/shop.war"), "--contextroot", "/shop");
  }
}
