// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** Nothing can be configured; Arquillian asks for a class. */
public final class EmbeddedTomcatConfiguration implements ContainerConfiguration {
  /** Called by Arquillian. */
  public EmbeddedTomcatConfiguration() {}

  @Override
  public void validate() {}
}
