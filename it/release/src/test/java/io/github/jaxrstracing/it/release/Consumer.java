// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A project of somebody else that uses the library, with the BOM and without a version. */
final class Consumer {
  private static final String SHOP =
      """
      import io.github.jaxrstracing.client.ClientTracingFeature;
      import io.github.jaxrstracing.server.Traced;
      import io.github.jaxrstracing.server.TracingFeature;
      import io.opentracing.Tracer;

      @Traced
      class Shop {
        Object server(Tracer tracer) {
          return new TracingFeature(tracer);
        }

        Object client(Tracer tracer) {
          return new ClientTracingFeature(tracer);
        }
      }
      """;

  private Consumer() {}

  static Path write(Path folder, Path repository, String version, List<String> artifacts)
      throws IOException {
    Path source = folder.resolve("src/main/java/Shop.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, SHOP);
    StringBuilder dependencies = new StringBuilder();
    for (String artifact : artifacts) {
      dependencies.append(dependency(artifact, ""));
    }
    Files.writeString(
        folder.resolve("pom.xml"),
        """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>com.example</groupId>
          <artifactId>shop</artifactId>
          <version>1</version>
          <properties>
            <maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
          </properties>
          <repositories>
            <repository>
              <id>staging</id>
              <url>%s</url>
            </repository>
          </repositories>
          <dependencyManagement>
            <dependencies>%s</dependencies>
          </dependencyManagement>
          <dependencies>
            %s
            <dependency>
              <groupId>jakarta.ws.rs</groupId>
              <artifactId>jakarta.ws.rs-api</artifactId>
              <version>%s</version>
            </dependency>
          </dependencies>
          <build>
            <pluginManagement>
              <plugins>
                <plugin>
                  <artifactId>maven-compiler-plugin</artifactId>
                  <version>%s</version>
                </plugin>
                <plugin>
                  <artifactId>maven-resources-plugin</artifactId>
                  <version>%s</version>
                </plugin>
              </plugins>
            </pluginManagement>
          </build>
        </project>
        """
            .formatted(
                repository.toUri(),
                dependency(
                    "jaxrs-tracing-bom",
                    "<version>" + version + "</version><type>pom</type><scope>import</scope>"),
                dependencies,
                System.getProperty("jaxrs-api.version"),
                System.getProperty("compiler-plugin.version"),
                System.getProperty("resources-plugin.version")));
    return folder;
  }

  private static String dependency(String artifact, String more) {
    return "<dependency><groupId>io.github.jaxrs-tracing</groupId><artifactId>"
        + artifact
        + "</artifactId>"
        + more
        + "</dependency>";
  }
}
