// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Fails the build unless every test of the TCK ran and passed. The test runner alone does not: it
 * is content when no test was found, and when all were skipped.
 */
public final class TckGate {

  /** How many tests each class of the TCK 3.0 has, the inherited ones included: 66 together. */
  static final Map<String, Integer> TCK =
      Map.of(
          "org.eclipse.microprofile.opentracing.tck.ClientRegistrarTests", 4,
          "org.eclipse.microprofile.opentracing.tck.OpenTracingClassMethodNameClientTests", 15,
          "org.eclipse.microprofile.opentracing.tck.OpenTracingDefaultClientTests", 15,
          "org.eclipse.microprofile.opentracing.tck.OpenTracingHTTPPathNameTests", 17,
          "org.eclipse.microprofile.opentracing.tck.OpenTracingSkipPatternTests", 10,
          "org.eclipse.microprofile.opentracing.tck.rest.client.OpenTracingMpRestClientTests", 5);

  private static final Set<String> HARMLESS = Set.of("properties", "system-err", "system-out");

  private final DocumentBuilder xml;

  private TckGate(DocumentBuilder xml) {
    this.xml = xml;
  }

  /**
   * Returns when the whole TCK has passed; what it throws fails the build.
   *
   * @param args the directory of the test reports
   * @throws IOException when a report cannot be read
   */
  public static void main(String[] args) throws IOException {
    List<String> faults = faults(Path.of(args[0]));
    if (!faults.isEmpty()) {
      throw new IllegalStateException("The TCK has not passed:\n  " + String.join("\n  ", faults));
    }
    int tests = TCK.values().stream().mapToInt(Integer::intValue).sum();
    System.out.println("MicroProfile OpenTracing TCK: " + tests + " of " + tests + " passed");
  }

  /** What is wrong with the reports in the directory; empty when the whole TCK has passed. */
  static List<String> faults(Path reports) throws IOException {
    Map<String, Map<String, String>> outcomes = new TckGate(parser()).outcomes(reports);
    List<String> faults = new ArrayList<>();
    new TreeMap<>(TCK)
        .forEach(
            (testClass, tests) -> {
              int ran = outcomes.getOrDefault(testClass, Map.of()).size();
              if (ran != tests) {
                faults.add(testClass + ": " + ran + " tests instead of " + tests);
              }
            });
    outcomes.forEach(
        (testClass, tests) -> {
          if (!TCK.containsKey(testClass)) {
            faults.add(testClass + ": not of the TCK");
          }
          tests.forEach(
              (test, outcome) -> {
                if (!outcome.equals("passed")) {
                  faults.add(testClass + "." + test + ": " + outcome);
                }
              });
        });
    return faults;
  }

  /** By class, then by test. */
  private Map<String, Map<String, String>> outcomes(Path reports) throws IOException {
    Map<String, Map<String, String>> outcomes = new TreeMap<>();
    if (!Files.isDirectory(reports)) {
      return outcomes;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "TEST-*.xml")) {
      for (Path file : files) {
        NodeList tests = parse(file).getElementsByTagName("testcase");
        for (int i = 0; i < tests.getLength(); i++) {
          Element test = (Element) tests.item(i);
          outcomes
              .computeIfAbsent(test.getAttribute("classname"), key -> new TreeMap<>())
              .merge(test.getAttribute("name"), outcome(test), (one, two) -> "reported twice");
        }
      }
    }
    return outcomes;
  }

  private Element parse(Path file) throws IOException {
    try {
      return xml.parse(file.toFile()).getDocumentElement();
    } catch (SAXException e) {
      throw new IOException(file + " is not a test report", e);
    }
  }

  /** The first child that is not known to be harmless: failure, error, skipped, flaky, rerun. */
  private static String outcome(Element test) {
    for (Node child = test.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && !HARMLESS.contains(element.getTagName())) {
        return element.getTagName();
      }
    }
    return "passed";
  }

  private static DocumentBuilder parser() {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder();
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException(e);
    }
  }
}
