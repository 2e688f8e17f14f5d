// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/**
 * A class that a page shows. It is compiled together with the others of its page, since they may
 * use it.
 */
final class Snippet {
  private static final Pattern NAME =
      Pattern.compile(
          "^public (?:final )?(?:class|interface|record|enum) (\\w+)", Pattern.MULTILINE);

  private final String name;
  private final Map<String, String> sources;

  private Snippet(String name, Map<String, String> sources) {
    this.name = name;
    this.sources = sources;
  }

  /** Finds a snippet by the name of its class. */
  static Snippet of(Page page, String name) {
    Map<String, String> sources = sources(page);
    assertThat(sources).as("classes on " + page).containsKey(name);
    return new Snippet(name, sources);
  }

  /** The names of the classes that a page shows, each in a block of its own. */
  static List<String> names(Page page) {
    return List.copyOf(sources(page).keySet());
  }

  private static Map<String, String> sources(Page page) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (String block : page.blocks("java")) {
      if (block.startsWith("package ")) {
        continue; // a copy of a file, see CopiesTest
      }
      Matcher type = NAME.matcher(block);
      assertThat(type.find()).as("a public class in this block of %s:%n%s", page, block).isTrue();
      assertThat(sources.put(type.group(1), block)).as("another " + type.group(1)).isNull();
    }
    return sources;
  }

  /** The same with another address, since a test has ports of its own. */
  Snippet with(String shown, Object used) {
    Map<String, String> changed = new LinkedHashMap<>(sources);
    assertThat(changed.get(name)).contains(shown);
    changed.computeIfPresent(name, (key, source) -> source.replace(shown, used.toString()));
    return new Snippet(name, changed);
  }

  /** Compiles the page, without a warning. */
  Path compiled() throws IOException {
    Path folder =
        Files.createTempDirectory(Files.createDirectories(Path.of("target/snippets")), name);
    List<String> options =
        List.of("-Xlint:all,-processing,-classfile,-options,-path", "-Werror", "-proc:none");
    String[] arguments =
        Stream.of(
                options.stream(),
                Stream.of("-cp", System.getProperty("java.class.path"), "-d", folder.toString()),
                write(folder))
            .flatMap(each -> each)
            .toArray(String[]::new);
    assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
        .as("errors of the compiler, which are in the log, for " + name)
        .isZero();
    return folder;
  }

  private Stream<String> write(Path folder) throws IOException {
    for (Map.Entry<String, String> each : sources.entrySet()) {
      Files.writeString(folder.resolve(each.getKey() + ".java"), each.getValue());
    }
    return sources.keySet().stream().map(each -> folder.resolve(each + ".java").toString());
  }

  /** Compiles and loads the class. */
  Class<?> type() throws IOException, ClassNotFoundException {
    URL[] classes = {compiled().toUri().toURL()};
    return Class.forName(name, true, new URLClassLoader(classes, getClass().getClassLoader()));
  }

  /** Makes an object of the class by its only constructor. */
  <T> T create(Class<T> as, Object... arguments) throws Exception {
    try {
      return as.cast(type().getConstructors()[0].newInstance(arguments));
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Calls its only static method of this name. */
  <T> T call(Class<T> as, String method, Object... arguments) throws Exception {
    return as.cast(call(null, type(), method, arguments));
  }

  /** Calls the only method of this name of an object of a snippet. */
  static Object callOn(Object object, String method, Object... arguments) throws Exception {
    return call(object, object.getClass(), method, arguments);
  }

  private static Object call(Object object, Class<?> type, String name, Object... arguments)
      throws Exception {
    Method method =
        Stream.of(type.getMethods())
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElseThrow(() -> new NoSuchMethodException(name));
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
