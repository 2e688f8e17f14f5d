// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

/** An application with service files of its own, whose class loader is this thread's while open. */
final class ServiceFiles implements AutoCloseable {
  private final ClassLoader before = Thread.currentThread().getContextClassLoader();
  private final URLClassLoader loader;

  ServiceFiles(Path folder, Class<?> service, String... providers) throws IOException {
    Path file = folder.resolve("META-INF/services").resolve(service.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", providers));
    loader = new URLClassLoader(new URL[] {url(folder)}, ServiceFiles.class.getClassLoader());
    Thread.currentThread().setContextClassLoader(loader);
  }

  private static URL url(Path folder) throws MalformedURLException {
    return folder.toUri().toURL();
  }

  @Override
  public void close() throws IOException {
    Thread.currentThread().setContextClassLoader(before);
    loader.close();
  }
}
