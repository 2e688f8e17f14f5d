// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Lets the hooks, and nobody else, find another CXF on their class path than the one that runs: it
 * loads them again, and what they link to goes through this loader.
 */
final class OtherCxf extends URLClassLoader {
  private static final String HOOKS = "io.github.jaxrstracing.server.cxf.";

  private final @Nullable String missing;
  private final @Nullable String doctored;

  private OtherCxf(URL[] classes, @Nullable String missing, @Nullable String doctored) {
    super(classes, OtherCxf.class.getClassLoader());
    this.missing = missing;
    this.doctored = doctored;
  }

  static OtherCxf without(String className) {
    return new OtherCxf(new URL[0], className, null);
  }

  /** A CXF that has this class as it is written here; it is compiled below the folder. */
  static OtherCxf with(Path folder, String className, String source) throws IOException {
    Path file = folder.resolve(className.substring(className.lastIndexOf('.') + 1) + ".java");
    Files.writeString(file, source);
    ToolProvider.getSystemJavaCompiler()
        .run(null, null, null, "-proc:none", "-d", folder.toString(), file.toString());
    return new OtherCxf(new URL[] {folder.toUri().toURL()}, null, className);
  }

  /** Calls something that looks for services with this class loader. */
  <T> T call(Callable<T> what) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      return what.call();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      if (name.equals(missing)) {
        throw new ClassNotFoundException(name);
      }
      if (name.equals(doctored)) {
        return findClass(name);
      }
      return name.startsWith(HOOKS) ? again(name) : super.loadClass(name, resolve);
    }
  }

  private Class<?> again(String name) throws ClassNotFoundException {
    String resource = name.replace('.', '/') + ".class";
    try (InputStream in = Objects.requireNonNull(getParent().getResourceAsStream(resource), name)) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
