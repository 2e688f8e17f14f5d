// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** The class path of this test once more, without some classes or with other ones. */
public final class ClassPath extends URLClassLoader {
  private final String[] absent;
  private final String doctored;
  private final String member;

  private ClassPath(String[] absent, String doctored, String member) {
    super(elements(), ClassLoader.getPlatformClassLoader());
    this.absent = absent;
    this.doctored = doctored;
    this.member = member;
  }

  /**
   * The class path without some classes.
   *
   * @param prefixes how the names of the absent classes begin
   * @return a new class loader, which shares nothing with this one
   */
  public static ClassPath without(String... prefixes) {
    return new ClassPath(prefixes, "", "");
  }

  /**
   * The class path as another version of a library would have it: one class without one member.
   *
   * @param type the name of the class
   * @param member the name of its method or field
   * @return a new class loader, which shares nothing with this one
   */
  public static ClassPath withoutMember(String type, String member) {
    return new ClassPath(new String[0], type, member);
  }

  /**
   * Calls a class with a public constructor on this class path, and closes it.
   *
   * @param type the class, which is loaded anew
   * @param <T> what it returns, a class of the JDK
   * @return what it returns
   * @throws Exception what it throws
   */
  @SuppressWarnings("unchecked") // the interface and its result are of the JDK
  public <T> T call(Class<? extends Callable<T>> type) throws Exception {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(this);
    try (this) {
      return ((Callable<T>) loadClass(type.getName()).getConstructor().newInstance()).call();
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    for (String prefix : absent) {
      if (name.startsWith(prefix)) {
        throw new ClassNotFoundException(name);
      }
    }
    return name.equals(doctored) ? doctored(name) : super.findClass(name);
  }

  // One character for another keeps all lengths in the constant pool.
  private Class<?> doctored(String name) throws ClassNotFoundException {
    try (InputStream file = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = Objects.requireNonNull(file, name).readAllBytes();
      String renamed = member.substring(0, member.length() - 1) + '_';
      byte[] other =
          new String(bytes, StandardCharsets.ISO_8859_1)
              .replace(member, renamed)
              .getBytes(StandardCharsets.ISO_8859_1);
      return defineClass(name, other, 0, other.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  private static URL[] elements() {
    String separator = System.getProperty("path.separator");
    return Stream.of(System.getProperty("java.class.path").split(separator, -1))
        .map(ClassPath::url)
        .toArray(URL[]::new);
  }

  private static URL url(String element) {
    try {
      return Path.of(element).toUri().toURL();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
