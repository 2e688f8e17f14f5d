// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's class path with Jersey and Weld, but without the library under test. With the test's
 * class path it shares what is Tomcat's, and the tracers.
 */
final class ServerClassLoader {
  private static final List<String> SHARED =
      List.of("io.opentracing.", "jakarta.servlet.", "org.apache.", Tracers.class.getName());

  private ServerClassLoader() {}

  /** Creates the loader from the test's class path without these jars or directories. */
  static ClassLoader without(List<Path> library) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String element :
        System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
      Path path = Path.of(element).toAbsolutePath().normalize();
      if (!library.contains(path)) {
        urls.add(path.toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), new Shared());
  }

  private static final class Shared extends ClassLoader {
    Shared() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (SHARED.stream().anyMatch(name::startsWith)) {
        return ServerClassLoader.class.getClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
