// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.Warnings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the classes of implementations that are looked for, and no others. */
class JavaxImplementationsTest {
  private static final String JERSEY = "org.glassfish.jersey.internal.AbstractRuntimeDelegate";
  private static final String RESTEASY = "org.jboss.resteasy.spi.ResteasyProviderFactory";

  @TempDir Path folder;

  @Test
  void namesEachImplementationThatIsTooOld() throws Exception {
    write("javax.ws.rs.ext.RuntimeDelegate", "Object");
    write(JERSEY, "javax.ws.rs.ext.RuntimeDelegate");
    write(RESTEASY, "javax.ws.rs.ext.RuntimeDelegate");

    assertThat(told())
        .singleElement()
        .asString()
        .startsWith("JavaxImplementationsTest traces nothing here")
        .contains("Move to Jersey 3.1 or RESTEasy 6.2.");
  }

  /** An old client may be there for something else. */
  @Test
  void isSilentWhereOneIsOfTheNewApi() throws Exception {
    write("javax.ws.rs.ext.RuntimeDelegate", "Object");
    write("jakarta.ws.rs.ext.RuntimeDelegate", "Object");
    write(JERSEY, "javax.ws.rs.ext.RuntimeDelegate");
    write(RESTEASY, "jakarta.ws.rs.ext.RuntimeDelegate");

    assertThat(told()).isEmpty();
  }

  @Test
  void isSilentWhereThereIsNone() throws Exception {
    assertThat(told()).isEmpty();
  }

  private void write(String className, String parent) throws IOException {
    Path file = folder.resolve(className.replace('.', '/') + ".java");
    int dot = className.lastIndexOf('.');
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        "package %s; public class %s extends %s {}"
            .formatted(className.substring(0, dot), className.substring(dot + 1), parent));
  }

  private List<String> told() throws IOException {
    List<String> arguments = new ArrayList<>(List.of("-proc:none", "-d", folder.toString()));
    try (var files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).map(Path::toString).forEach(arguments::add);
    }
    if (arguments.size() > 3) {
      ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(new String[0]));
    }
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (Warnings warnings = new Warnings();
        URLClassLoader loader = new URLClassLoader(new URL[] {folder.toUri().toURL()}, null)) {
      thread.setContextClassLoader(loader);
      JavaxImplementations.warn(getClass(), new Guard());
      return warnings.take();
    } finally {
      thread.setContextClassLoader(before);
    }
  }
}
