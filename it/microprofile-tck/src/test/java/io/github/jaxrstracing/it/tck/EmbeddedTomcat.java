// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.catalina.Container;
import org.apache.catalina.Context;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.scan.StandardJarScanner;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.container.LifecycleException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;

/**
 * Tomcat in the JVM of the tests, on a free port of the loopback interface. The wars' parent class
 * path is the test class path, so the library under test is outside of them and shared by all of
 * them.
 */
final class EmbeddedTomcat implements DeployableContainer<EmbeddedTomcatConfiguration> {

  private final Tomcat tomcat = new Tomcat();
  private final Path directory = Path.of("target", "tomcat").toAbsolutePath();

  @Override
  public Class<EmbeddedTomcatConfiguration> getConfigurationClass() {
    return EmbeddedTomcatConfiguration.class;
  }

  @Override
  public void setup(EmbeddedTomcatConfiguration configuration) {
    Connector connector = new Connector();
    connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(0);
    tomcat.setBaseDir(directory.toString());
    tomcat.setConnector(connector);
    tomcat.getHost();
  }

  @Override
  public void start() throws LifecycleException {
    try {
      tomcat.start();
    } catch (org.apache.catalina.LifecycleException e) {
      throw new LifecycleException("Tomcat does not start", e);
    }
  }

  @Override
  public void stop() throws LifecycleException {
    try {
      tomcat.stop();
      tomcat.destroy();
    } catch (org.apache.catalina.LifecycleException e) {
      throw new LifecycleException("Tomcat does not stop", e);
    }
  }

  /** All tests of the TCK run as clients, so nothing of Arquillian needs to be in the wars. */
  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    return deploy(archive, EmbeddedTomcat.class.getClassLoader());
  }

  ProtocolMetaData deploy(Archive<?> archive, ClassLoader parent) throws DeploymentException {
    String path = contextPath(archive);
    Context context = context(path, explode(archive), parent);
    tomcat.getHost().addChild(context);
    if (!context.getState().isAvailable()) {
      throw new DeploymentException(path + " does not start; the reason is in Tomcat's log");
    }
    Connector connector = tomcat.getConnector();
    HTTPContext http =
        new HTTPContext(
            InetAddress.getLoopbackAddress().getHostAddress(), connector.getLocalPort());
    // Arquillian takes the deployment's URL from the first servlet.
    return new ProtocolMetaData().addContext(http.add(new Servlet("any", path)));
  }

  @Override
  public void undeploy(Archive<?> archive) {
    Container context = tomcat.getHost().findChild(contextPath(archive));
    if (context != null) {
      tomcat.getHost().removeChild(context);
    }
  }

  private static Context context(String path, Path root, ClassLoader parent) {
    StandardJarScanner scanner = new StandardJarScanner();
    // Else Tomcat finds the applications of both TCK jars on the parent class path.
    scanner.setScanClassPath(false);
    Context context = new StandardContext();
    context.addLifecycleListener(new ContextConfig());
    context.setDocBase(root.toString());
    context.setJarScanner(scanner);
    context.setName(path);
    context.setParentClassLoader(parent);
    context.setPath(path);
    return context;
  }

  private Path explode(Archive<?> archive) {
    try {
      Files.createDirectories(directory);
      // All wars have the same name: one directory each, or they mix.
      Path parent = Files.createTempDirectory(directory, "war");
      return archive.as(ExplodedExporter.class).exportExploded(parent.toFile()).toPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String contextPath(Archive<?> archive) {
    return "/" + archive.getName().replace(".war", "");
  }
}
