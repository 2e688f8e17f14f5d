// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The class path of an application that lacks some libraries which the tests have. */
public final class ClassPath {
  private ClassPath() {}

  /**
   * A loader of everything but some jars.
   *
   * @param jars what their names begin with
   * @return the loader
   * @throws MalformedURLException never
   */
  public static URLClassLoader without(String... jars) throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String path : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path jar = Path.of(path);
      if (Arrays.stream(jars).noneMatch(jar.getFileName().toString()::startsWith)) {
        urls.add(jar.toUri().toURL());
      }
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
