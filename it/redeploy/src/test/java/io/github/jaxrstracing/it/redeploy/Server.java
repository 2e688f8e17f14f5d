// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.ContextConfig;
import org.apache.catalina.startup.Tomcat;
import org.glassfish.jersey.servlet.ServletContainer;

/** Tomcat in this JVM, on a free port of the loopback interface. */
final class Server implements AutoCloseable {
  /** What wars see of the class path of the test where the library is outside of them. */
  static final ClassLoader WITH_LIBRARY = new Parent("");

  /** What they see where it is inside: Tomcat alone. */
  static final ClassLoader BARE = new Parent("jakarta.servlet.|org.apache.");

  private final Tomcat tomcat = new Tomcat();
  private final HttpClient client = HttpClient.newHttpClient();

  Server(Path directory) throws LifecycleException {
    Connector connector = new Connector();
    connector.setProperty("address", InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(0);
    // One for the request and one for the call: each war has been on both.
    connector.setProperty("minSpareThreads", "2");
    connector.setProperty("maxThreads", "2");
    tomcat.setBaseDir(directory.toString());
    tomcat.setConnector(connector);
    tomcat.getHost();
    tomcat.start();
  }

  /** Deploys a war whose servlet serves this application. */
  Context deploy(
      String path, Path root, ClassLoader parent, String application, List<String> listeners) {
    Context context = new StandardContext();
    context.addLifecycleListener(new ContextConfig());
    context.setDocBase(root.toAbsolutePath().toString());
    context.setName(path);
    context.setPath(path);
    context.setParentClassLoader(parent);
    listeners.forEach(context::addApplicationListener);
    context.addLifecycleListener(
        event -> {
          if (event.getType().equals("configure_start")) {
            serve(context, application);
          }
        });
    tomcat.getHost().addChild(context);
    return context;
  }

  private static void serve(Context context, String application) {
    Wrapper jersey = context.createWrapper();
    jersey.setName("jersey");
    jersey.setServletClass(ServletContainer.class.getName());
    jersey.addInitParameter("jakarta.ws.rs.Application", application);
    jersey.setLoadOnStartup(1);
    context.addChild(jersey);
    context.addServletMappingDecoded("/*", "jersey");
  }

  void undeploy(Context context) {
    tomcat.getHost().removeChild(context);
  }

  String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
  }

  @Override
  public void close() throws LifecycleException {
    tomcat.stop();
    tomcat.destroy();
  }

  /** The class path of the test without the application, and without more than that. */
  private static final class Parent extends ClassLoader {
    private static final String WAR = Server.class.getPackageName() + ".war.";

    private final String[] shared;

    Parent(String shared) {
      super(ClassLoader.getPlatformClassLoader());
      this.shared = shared.split("\\|", -1);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      for (String prefix : shared) {
        if (name.startsWith(prefix) && !name.startsWith(WAR)) {
          return Server.class.getClassLoader().loadClass(name);
        }
      }
      throw new ClassNotFoundException(name);
    }

    @Override
    protected java.net.URL findResource(String name) {
      return shared[0].isEmpty() ? Server.class.getClassLoader().getResource(name) : null;
    }

    @Override
    protected java.util.Enumeration<java.net.URL> findResources(String name) throws IOException {
      return shared[0].isEmpty()
          ? Server.class.getClassLoader().getResources(name)
          : java.util.Collections.emptyEnumeration();
    }
  }
}
