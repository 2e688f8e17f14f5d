// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.cdi.TracingExtension;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.contrib.tracerresolver.TracerFactory;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * An application with beans, resources and clients, and not a line about tracing but its tracer.
 */
final class ShopWar {
  private static final List<Class<?>> ONE_OF_EACH_JAR =
      List.of(
          TracingEnvironment.class,
          ClientTracingFeature.class,
          TracingFeature.class,
          TracingExtension.class);

  private final WebArchive archive;

  ShopWar(String name) {
    archive =
        ShrinkWrap.create(WebArchive.class, name + ".war")
            .addClass(Shop.class)
            .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml");
  }

  ShopWar configure(String... lines) {
    archive.addAsResource(
        new StringAsset(String.join("\n", lines)), "META-INF/microprofile-config.properties");
    return this;
  }

  /** Takes the tracer bean away; a service makes the tracer. */
  ShopWar resolveTracer() {
    archive.deleteClass(Shop.TracerOfWar.class);
    archive.addAsServiceProvider(TracerFactory.class, Shop.Factory.class);
    return this;
  }

  /** Puts the library into the war; as files, since archives in archives get exploded too. */
  ShopWar addLibrary(Path directory) {
    for (Path jar : library()) {
      archive.addAsLibraries(Files.isDirectory(jar) ? packed(jar, directory) : jar.toFile());
    }
    return this;
  }

  private static File packed(Path classes, Path directory) {
    File jar = directory.resolve(classes.getParent().getParent().getFileName() + ".jar").toFile();
    ShrinkWrap.create(ExplodedImporter.class, jar.getName())
        .importDirectory(classes.toFile())
        .as(ZipExporter.class)
        .exportTo(jar, true);
    return jar;
  }

  WebArchive archive() {
    return archive;
  }

  /** The jars of the library, or the directories that will become jars. */
  static List<Path> library() {
    return ONE_OF_EACH_JAR.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .map(location -> Path.of(URI.create(location.toString())).toAbsolutePath().normalize())
        .toList();
  }
}
