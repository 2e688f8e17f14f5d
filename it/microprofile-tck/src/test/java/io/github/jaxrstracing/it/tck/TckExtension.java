// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.core.spi.LoadableExtension;

/** Tells Arquillian of the container and of what the TCK leaves to its user. */
final class TckExtension implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder
        .service(DeployableContainer.class, EmbeddedTomcat.class)
        .service(ApplicationArchiveProcessor.class, TckWar.class);
  }
}
