// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TckGateTest {

  private static final String SKIP_PATTERNS =
      "org.eclipse.microprofile.opentracing.tck.OpenTracingSkipPatternTests";

  private final Path reports;

  TckGateTest(@TempDir Path reports) {
    this.reports = reports;
  }

  @Test
  void countsSixtySixTests() {
    assertThat(TckGate.TCK.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(66);
  }

  @Test
  void opensWhenTheWholeTckPassed() throws Exception {
    write("TEST-all.xml", wholeTck());

    assertThat(TckGate.faults(reports)).isEmpty();
  }

  @Test
  void addsUpSeveralReports() throws Exception {
    List<String> tests = wholeTck();
    write("TEST-one.xml", tests.subList(0, 20));
    write("TEST-two.xml", tests.subList(20, 66));

    assertThat(TckGate.faults(reports)).isEmpty();
  }

  @Test
  void staysShutWithoutReports() throws Exception {
    assertThat(TckGate.faults(reports.resolve("missing"))).hasSize(6);
    assertThat(TckGate.faults(reports)).hasSize(6);
  }

  @Test
  void staysShutWhenNoTestRan() throws Exception {
    write("TEST-none.xml", List.of());

    assertThatThrownBy(() -> TckGate.main(new String[] {reports.toString()}))
        .hasMessageContaining(SKIP_PATTERNS + ": 0 tests instead of 10");
  }

  @ParameterizedTest
  @ValueSource(strings = {"failure", "error", "skipped", "flakyFailure", "rerunError"})
  void staysShutWhenOneTestDidNotPass(String outcome) throws Exception {
    List<String> tests = wholeTck();
    tests.remove(test(SKIP_PATTERNS, 0, ""));
    tests.add(test(SKIP_PATTERNS, 0, "<system-out/>\n<" + outcome + "/>"));
    write("TEST-all.xml", tests);

    assertThat(TckGate.faults(reports)).containsExactly(SKIP_PATTERNS + ".test0: " + outcome);
  }

  @Test
  void allowsOutput() throws Exception {
    List<String> tests = wholeTck();
    tests.remove(test(SKIP_PATTERNS, 0, ""));
    tests.add(test(SKIP_PATTERNS, 0, "<properties/><system-out>x</system-out><system-err/>"));
    write("TEST-all.xml", tests);

    assertThat(TckGate.faults(reports)).isEmpty();
  }

  @Test
  void doesNotTakeOneTestForAnother() throws Exception {
    List<String> tests = wholeTck();
    tests.remove(test(SKIP_PATTERNS, 0, ""));
    tests.add(test(SKIP_PATTERNS, 1, ""));
    write("TEST-all.xml", tests);

    assertThat(TckGate.faults(reports))
        .containsExactly(
            SKIP_PATTERNS + ": 9 tests instead of 10", SKIP_PATTERNS + ".test1: reported twice");
  }

  @Test
  void knowsItsTests() throws Exception {
    List<String> tests = wholeTck();
    tests.add(test("Other", 0, ""));
    write("TEST-all.xml", tests);

    assertThat(TckGate.faults(reports)).containsExactly("Other: not of the TCK");
  }

  @Test
  void namesTheReportItCannotRead() throws Exception {
    Files.writeString(reports.resolve("TEST-cut.xml"), "<testsuite><testcase");

    assertThatThrownBy(() -> TckGate.faults(reports))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("TEST-cut.xml");
  }

  private static List<String> wholeTck() {
    List<String> tests = new ArrayList<>();
    TckGate.TCK.forEach(
        (testClass, count) -> {
          for (int i = 0; i < count; i++) {
            tests.add(test(testClass, i, ""));
          }
        });
    return tests;
  }

  private static String test(String testClass, int number, String body) {
    return "<testcase name=\"test%d\" classname=\"%s\">%s</testcase>"
        .formatted(number, testClass, body);
  }

  private void write(String name, List<String> tests) throws IOException {
    Files.writeString(
        reports.resolve(name), "<testsuite>" + String.join("\n", tests) + "</testsuite>");
  }
}
