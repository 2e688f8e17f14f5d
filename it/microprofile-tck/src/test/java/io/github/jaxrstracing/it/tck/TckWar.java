// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import org.eclipse.microprofile.opentracing.tck.rest.client.OpenTracingMpRestClientTests;
import org.jboss.arquillian.container.test.spi.client.deployment.ApplicationArchiveProcessor;
import org.jboss.arquillian.test.spi.TestClass;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Makes a deployable application of the war which a test class of the TCK builds. */
final class TckWar implements ApplicationArchiveProcessor {

  @Override
  public void process(Archive<?> archive, TestClass testClass) {
    WebArchive war = archive.as(WebArchive.class);
    war.addClass(MockTracerProducer.class);
    if (testClass.getJavaClass() != OpenTracingMpRestClientTests.class) {
      // The base TCK packs its package and all below it: with both jars on the class path, each war
      // would hold two applications at /rest.
      war.deletePackages(true, OpenTracingMpRestClientTests.class.getPackage());
    }
  }
}
