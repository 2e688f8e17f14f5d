// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What one jar tells native images. */
record Metadata(JsonNode reflection, JsonNode all) {
  static final List<String> MODULES = List.of("core", "client-filters", "server-filters");

  static Metadata of(String module) throws IOException {
    Path file =
        Path.of(
            "../../" + module,
            "src/main/resources/META-INF/native-image/io.github.jaxrs-tracing",
            "jaxrs-tracing-" + module,
            "reachability-metadata.json");
    JsonNode all = new ObjectMapper().readTree(file.toFile());
    return new Metadata(all.path("reflection"), all);
  }

  Set<String> resources() {
    Set<String> names = new TreeSet<>();
    all.path("resources").forEach(entry -> names.add(entry.path("glob").asText()));
    return names;
  }

  /** The classes of this library whose reflection the entries are for. */
  Set<String> conditions() {
    Set<String> names = new TreeSet<>();
    for (JsonNode entry : reflection) {
      if (entry.has("condition")) {
        names.add(entry.path("condition").path("typeReached").asText());
      }
    }
    return names;
  }

  /** The classes that may be looked into and constructed. */
  Set<String> open() {
    Set<String> names = new TreeSet<>();
    for (JsonNode entry : reflection) {
      if (entry.path("allDeclaredConstructors").asBoolean()
          && (entry.path("allPublicMethods").asBoolean()
              || (entry.path("allDeclaredFields").asBoolean()
                  && entry.path("allDeclaredMethods").asBoolean()))) {
        names.add(entry.path("type").asText());
      }
    }
    return names;
  }

  Set<String> constructed() {
    Set<String> names = open();
    for (JsonNode entry : reflection) {
      if (hasName(entry.path("methods"), "<init>")) {
        names.add(entry.path("type").asText());
      }
    }
    return names;
  }

  boolean covers(ReflectiveUse use) {
    for (JsonNode entry : reflection) {
      if (entry.path("type").asText().equals(use.type())
          && entry.path("condition").path("typeReached").asText().equals(use.user())
          && (use.member().isEmpty()
              || hasName(entry.path("methods"), use.member())
              || hasName(entry.path("fields"), use.member()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasName(JsonNode members, String name) {
    for (JsonNode member : members) {
      if (member.path("name").asText().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
