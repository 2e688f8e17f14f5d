// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Makes a release twice, as CONTRIBUTING.md says, and checks what would be published. */
class ReleaseTest {
  private static final Path PROJECT = Path.of("..", "..").toAbsolutePath().normalize();
  private static final Path REPOSITORY = Path.of(System.getProperty("maven.repo"));
  private static final String SNAPSHOT = System.getProperty("project.version");
  private static final String VERSION = SNAPSHOT.replace("-SNAPSHOT", "");
  private static final Path GROUP = Path.of("io", "github", "jaxrs-tracing");
  private static final List<String> JARS =
      List.of(
          "jaxrs-tracing-cdi-extension",
          "jaxrs-tracing-client-filters",
          "jaxrs-tracing-core",
          "jaxrs-tracing-server-filters");

  @TempDir static Path folder;
  private static Signer signer;
  private static Path staged;

  @BeforeAll
  static void makeARelease() throws Exception {
    signer = new Signer();
    Folders.copySources(PROJECT, folder.resolve("first"), SNAPSHOT, VERSION);
    Folders.copySources(PROJECT, folder.resolve("the-second-one"), SNAPSHOT, VERSION);
    staged = release("first");
  }

  private static Path release(String name) throws Exception {
    Path copy = folder.resolve(name);
    Command.maven(
        copy,
        REPOSITORY,
        "-Prelease",
        "-Dmaven.test.skip",
        // The repository is the developer's: a release that is none has no place there.
        "-Dmaven.install.skip",
        "-Denforcer.skip",
        "-Dspotless.check.skip",
        "-Dgpg.homedir=" + signer.home(),
        "-pl",
        "core/bom,cdi-extension",
        "-am",
        "deploy");
    return copy.resolve("target/staging");
  }

  @AfterAll
  static void forgetTheKey() throws Exception {
    signer.forget();
  }

  @Test
  void stagesFiveArtifactsAndNoOther() throws IOException {
    Set<String> expected = new TreeSet<>();
    for (String jar : JARS) {
      for (String file : List.of(".jar", "-sources.jar", "-javadoc.jar", "-cyclonedx.json")) {
        expected.add(jar + '/' + VERSION + '/' + jar + '-' + VERSION + file);
      }
      expected.add(jar + '/' + VERSION + '/' + jar + '-' + VERSION + ".pom");
    }
    expected.add("jaxrs-tracing-bom/" + VERSION + "/jaxrs-tracing-bom-" + VERSION + ".pom");

    assertThat(published()).map(Path::toString).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void signsAndSumsUpEachFile() throws Exception {
    for (Path file : published()) {
      Path published = staged.resolve(GROUP).resolve(file);
      signer.verify(published);
      assertThat(Path.of(published + ".md5")).isNotEmptyFile();
      assertThat(Path.of(published + ".sha1")).isNotEmptyFile();
    }
  }

  @Test
  void notesAFileThatIsNotTheSignedOne() throws Exception {
    Path pom = file("jaxrs-tracing-core", ".pom");
    Path other = folder.resolve("other.pom");
    Files.writeString(other, Files.readString(pom) + ' ');
    Files.copy(Path.of(pom + ".asc"), Path.of(other + ".asc"));

    assertThatThrownBy(() -> signer.verify(other)).hasMessageContaining("BAD signature");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jaxrs-tracing-bom",
        "jaxrs-tracing-cdi-extension",
        "jaxrs-tracing-client-filters",
        "jaxrs-tracing-core",
        "jaxrs-tracing-server-filters"
      })
  void saysInThePomWhatMavenCentralWants(String artifact) throws Exception {
    Pom pom = Pom.read(file(artifact, ".pom"));

    for (String needed :
        List.of(
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url")) {
      assertThat(pom.text(needed)).as(needed).isNotBlank();
    }
    assertThat(pom.text("url")).isEqualTo(pom.text("scm/url"));
    assertThat(pom.text("version")).isEqualTo(VERSION);
    assertThat(pom.text("parent")).as("its parent is not published").isEmpty();
    assertThat(pom.text("dependencies/dependency[scope='test']")).isEmpty();
    assertThat(pom.source())
        .doesNotContain("SNAPSHOT", "jaxrs-tracing-it", "<build>", "<properties>")
        .doesNotContain("<repositor", "file:", folder.toString());
  }

  @Test
  void putsTheLicenseIntoEachJar() throws IOException {
    byte[] license = Files.readAllBytes(PROJECT.resolve("LICENSE"));

    for (Path jar : published().stream().filter(file -> file.toString().endsWith("jar")).toList()) {
      try (ZipFile zip = new ZipFile(staged.resolve(GROUP).resolve(jar).toFile())) {
        ZipEntry entry = zip.getEntry("META-INF/LICENSE");
        assertThat(entry).as(jar.toString()).isNotNull();
        assertThat(zip.getInputStream(entry)).hasBinaryContent(license);
      }
    }
  }

  @Test
  void hasSourceAndJavadocOfEachPublicClass() throws IOException {
    for (String artifact : JARS) {
      List<String> sources = entries(file(artifact, "-sources.jar"));
      List<String> javadoc = entries(file(artifact, "-javadoc.jar"));
      List<String> classes = entries(file(artifact, ".jar"));

      assertThat(javadoc).contains("index.html");
      assertThat(sources)
          .containsAll(
              classes.stream()
                  .filter(name -> name.endsWith(".class") && !name.contains("$"))
                  .map(name -> name.replace(".class", ".java"))
                  .toList());
    }
    assertThat(entries(file("jaxrs-tracing-server-filters", "-javadoc.jar")))
        .contains("io/github/jaxrstracing/server/TracingFeature.html");
  }

  @Test
  void listsInTheBillOfMaterialsWhatTheJarNeeds() throws Exception {
    for (String artifact : JARS) {
      JsonNode bill = new ObjectMapper().readTree(file(artifact, "-cyclonedx.json").toFile());
      Set<String> listed = new TreeSet<>();
      bill.path("components").forEach(component -> listed.add(component.path("name").asText()));

      assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
      assertThat(bill.path("metadata").path("component").path("purl").asText())
          .startsWith("pkg:maven/io.github.jaxrs-tracing/" + artifact + '@' + VERSION);
      assertThat(listed)
          .containsAll(
              Pom.read(file(artifact, ".pom"))
                  .all("dependencies/dependency[scope='compile']/artifactId"))
          .doesNotContain("junit-jupiter", "assertj-core", "jaxrs-tracing-it-testkit")
          .doesNotContain("jersey-server", "resteasy-core", "cxf-rt-frontend-jaxrs");
    }
  }

  @Test
  void buildsTheSameBytesInAnotherFolder() throws Exception {
    Path again = release("the-second-one").resolve(GROUP);

    for (Path file : published()) {
      assertThat(again.resolve(file))
          .as(file.toString())
          .hasSameBinaryContentAs(staged.resolve(GROUP).resolve(file));
    }
  }

  /** All four without a version, into an empty repository. */
  @Test
  void givesAConsumerWhatItNeedsAndNoMore() throws Exception {
    Path consumer = Consumer.write(folder.resolve("consumer"), staged, VERSION, JARS);
    Path empty = Files.createDirectory(folder.resolve("empty-repository"));

    Command.maven(consumer, empty, "compile");

    assertThat(consumer.resolve("target/classes/Shop.class")).exists();
    for (String jar : JARS) {
      assertThat(empty.resolve(GROUP).resolve(jar).resolve(VERSION)).isDirectory();
    }
    assertThat(empty.resolve(GROUP).resolve("jaxrs-tracing-parent")).doesNotExist();
    Map<String, String> testOnly =
        Map.of(
            "JUnit", "org/junit",
            "AssertJ", "org/assertj",
            "Arquillian", "org/jboss/arquillian",
            "RESTEasy", "org/jboss/resteasy",
            "CXF", "org/apache/cxf",
            "Jersey", "org/glassfish/jersey");
    for (Map.Entry<String, String> library : testOnly.entrySet()) {
      assertThat(jars(empty.resolve(library.getValue()))).as(library.getKey()).isEmpty();
    }
  }

  /** What is published, without signatures, sums and the index of versions. */
  private static List<Path> published() throws IOException {
    return Folders.files(staged.resolve(GROUP)).stream()
        .filter(file -> !file.toString().matches(".*\\.(asc|md5|sha1)|.*maven-metadata.*"))
        .toList();
  }

  private static Path file(String artifact, String suffix) {
    return staged
        .resolve(GROUP)
        .resolve(Path.of(artifact, VERSION, artifact + '-' + VERSION + suffix));
  }

  // Poms of plugins name some of these as well.
  private static List<Path> jars(Path folder) throws IOException {
    return Files.exists(folder)
        ? Folders.files(folder).stream().filter(file -> file.toString().endsWith(".jar")).toList()
        : List.of();
  }

  private static List<String> entries(Path jar) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      zip.stream().map(ZipEntry::getName).forEach(names::add);
    }
    return names;
  }
}
