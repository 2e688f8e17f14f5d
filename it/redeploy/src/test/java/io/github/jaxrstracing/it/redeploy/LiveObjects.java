// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import java.lang.management.ManagementFactory;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/** The objects that are left after a collection of the whole heap. */
final class LiveObjects {
  private static final String PACKAGE = "io.github.jaxrstracing.";

  // "   7:   1234   56789  java.lang.String (java.base@17)"
  private static final Pattern LINE =
      Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +(\\S+)", Pattern.MULTILINE);

  private LiveObjects() {}

  /** How many there are of each class of the library and of wars. */
  static Map<String, Long> ofTheLibrary() throws JMException {
    String histogram =
        (String)
            ManagementFactory.getPlatformMBeanServer()
                .invoke(
                    new ObjectName("com.sun.management:type=DiagnosticCommand"),
                    "gcClassHistogram",
                    new Object[] {null},
                    new String[] {String[].class.getName()});
    Map<String, Long> counts = new TreeMap<>();
    LINE.matcher(histogram)
        .results()
        .filter(line -> isOurs(line.group(2)))
        .forEach(line -> counts.merge(name(line), count(line), Long::sum));
    return counts;
  }

  // Of this package, without those below it, are the objects of the test itself.
  private static boolean isOurs(String name) {
    String test = LiveObjects.class.getPackageName() + '.';
    return name.startsWith(PACKAGE) && !name.matches(Pattern.quote(test) + "[A-Z].*");
  }

  // Lambdas have another name in each class loader.
  private static String name(MatchResult line) {
    return line.group(2).replaceFirst("Lambda.*", "Lambda");
  }

  private static long count(MatchResult line) {
    return Long.parseLong(line.group(1));
  }
}
