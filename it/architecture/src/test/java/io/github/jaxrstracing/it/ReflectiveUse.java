// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A member that a class of this library asks for by its name, as its source says. An empty member
 * stands for the type alone.
 */
record ReflectiveUse(String user, String type, String member) {
  private static final Pattern USES =
      Pattern.compile(
          "Class\\.forName\\(|\\.get(Declared)?(Method|Field|Constructor)\\(|newUpdater\\(");

  /** {@code Type.class.getMethod("name"}, and {@code Type.class, "name"} as helpers take it. */
  private static final Pattern MEMBER =
      Pattern.compile(
          "(\\w+)(\\.class)?\\s*[.,]\\s*(?:get(?:Declared)?(?:Method|Field)\\(\\s*)?\"(\\w+)\"");

  private static final Pattern CONSTRUCTOR =
      Pattern.compile("(\\w+)(\\.class)?\\.get(?:Declared)?Constructor\\(");
  private static final Pattern CLASS_NAME = Pattern.compile("\"((?:[a-z]\\w*\\.)+[A-Z]\\w+)\"");
  private static final Pattern VARIABLE =
      Pattern.compile("Class<[^=;]*?>\\s+(\\w+)\\s*=\\s*(\\w+)\\.class");

  static List<ReflectiveUse> in(String module) throws IOException {
    List<ReflectiveUse> uses = new ArrayList<>();
    Path sources = Path.of("..", "..", module, "src", "main", "java");
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String source = Files.readString(file);
        if (USES.matcher(source).find()) {
          String name = sources.relativize(file).toString().replace('/', '.');
          addUses(name.substring(0, name.length() - ".java".length()), source, uses);
        }
      }
    }
    return uses;
  }

  private static void addUses(String user, String source, List<ReflectiveUse> uses) {
    Map<String, String> variables = new HashMap<>();
    VARIABLE.matcher(source).results().forEach(m -> variables.put(m.group(1), m.group(2)));
    Matcher member = MEMBER.matcher(source);
    while (member.find()) {
      String type = member.group(2) == null ? variables.get(member.group(1)) : member.group(1);
      if (type != null) {
        uses.add(new ReflectiveUse(user, qualified(type, user, source), member.group(3)));
      }
    }
    Matcher constructor = CONSTRUCTOR.matcher(source);
    while (constructor.find()) {
      String type =
          constructor.group(2) == null ? variables.get(constructor.group(1)) : constructor.group(1);
      if (type != null) {
        uses.add(new ReflectiveUse(user, qualified(type, user, source), "<init>"));
      }
    }
    String prefix = user.endsWith(".Library") ? "io.opentelemetry." : "";
    CLASS_NAME
        .matcher(source)
        .results()
        .forEach(m -> uses.add(new ReflectiveUse(user, prefix + m.group(1), "")));
  }

  /** The binary name of a type, which is imported or of the same package. */
  private static String qualified(String type, String user, String source) {
    Matcher imported = Pattern.compile("import ([\\w.]+\\." + type + ");").matcher(source);
    return imported.find()
        ? imported.group(1).replaceAll("(\\.[A-Z]\\w*)\\.([A-Z])", "$1\\$$2")
        : user.substring(0, user.lastIndexOf('.') + 1) + type;
  }
}
