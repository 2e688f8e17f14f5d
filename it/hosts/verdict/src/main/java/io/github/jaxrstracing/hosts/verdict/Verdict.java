// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.verdict;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

/** Starts one host after the other, sends each the twelve requests, and says what came of it. */
public final class Verdict {
  private static final List<Requests.Expected> REQUESTS = Requests.twelve();

  private final List<String> faults = new ArrayList<>();
  private final Path newerJdk;

  private Verdict(Path newerJdk) {
    this.newerJdk = newerJdk;
  }

  /**
   * Prints a table of all hosts and exits with 1 if one of them fails.
   *
   * @param args the folder of the hosts, a newer JDK for those that need one, and the names of some
   *     hosts or none for all
   */
  public static void main(String[] args) throws Exception {
    List<String> some = List.of(args).subList(2, args.length);
    Verdict verdict = new Verdict(Path.of(args[1]));
    System.out.printf("%-22s %-16s %-44s %s%n", "Host", "Version", "Runs on", "Requests");
    for (Path folder : hosts(Path.of(args[0]))) {
      if (some.isEmpty() || some.contains(folder.getFileName().toString())) {
        verdict.check(folder);
      }
    }
    verdict.faults.forEach(System.out::println);
    System.exit(verdict.faults.isEmpty() ? 0 : 1);
  }

  private static Iterable<Path> hosts(Path all) throws IOException {
    TreeSet<Path> hosts = new TreeSet<>();
    try (DirectoryStream<Path> folders =
        Files.newDirectoryStream(all, each -> Files.exists(each.resolve("target/class-path")))) {
      for (Path folder : folders) {
        if (!Host.properties(folder).getProperty("version").startsWith("${")) {
          hosts.add(folder);
        }
      }
    }
    return hosts;
  }

  private void check(Path folder) throws IOException, InterruptedException {
    Properties properties = Host.properties(folder);
    String name = properties.getProperty("name");
    System.out.printf("%-22s %-16s ", name, properties.getProperty("version"));
    System.out.flush();
    List<String> details = new ArrayList<>();
    try (Host host = Host.start(folder, jdk(properties))) {
      System.out.printf("%-44s ", host.send("GET", "/spans/platform", 0).body());
      System.out.flush();
      int right = 0;
      int spans = 0;
      List<String> differing = new ArrayList<>();
      for (Requests.Expected expected : REQUESTS) {
        List<String> wrong = faultsOf(host, expected);
        spans += expected.spans().size();
        if (wrong.isEmpty()) {
          right++;
        } else {
          differing.add(expected.name());
          wrong.forEach(each -> details.add(name + ", " + expected.name() + ": " + each));
        }
      }
      System.out.println(right + "/" + REQUESTS.size());
      String known = properties.getProperty("differs");
      if (!String.join(",", differing).equals(known)) {
        faults.addAll(details);
        faults.add(name + " differs in: " + differing + ", known was: [" + known + "]");
      }
      String all = host.send("GET", "/spans", 0).body();
      if (!all.equals(String.valueOf(spans))) {
        faults.add(name + ": " + all + " spans in all, not " + spans);
      }
      if (known.isEmpty()) {
        host.linesOfTheLibrary().forEach(line -> faults.add(name + " logs: " + line));
      }
    } catch (IOException e) {
      System.out.println("failed");
      faults.add(name + ": " + e);
    }
  }

  private Path jdk(Properties properties) throws IOException {
    String oldest = properties.getProperty("java");
    if (Runtime.version().feature() >= Integer.parseInt(oldest)) {
      return Path.of(System.getProperty("java.home"));
    }
    if (!Files.exists(newerJdk)) {
      throw new IOException("needs JDK " + oldest + ": -Dhosts.jdk=<its folder>");
    }
    return newerJdk;
  }

  private static List<String> faultsOf(Host host, Requests.Expected expected)
      throws IOException, InterruptedException {
    long trace = 1000 + REQUESTS.indexOf(expected);
    List<String> faults = new ArrayList<>();
    HttpResponse<String> response = host.send(expected.method(), expected.path(), trace);
    if (response.statusCode() != expected.status()) {
      faults.add("status " + response.statusCode() + ", not " + expected.status());
    }
    if (!response.body().contains(expected.body()) || response.body().contains("no span")) {
      faults.add("body " + response.body().lines().limit(3).toList());
    }
    List<String> wanted = expected.spans(host.path(), host.url());
    List<String> spans = spans(host, trace, wanted.size());
    if (!spans.equals(wanted)) {
      faults.add("spans\n    " + String.join("\n    ", spans));
      faults.add("wanted\n    " + String.join("\n    ", wanted));
    }
    return faults;
  }

  /** A span may end after the client has got its response, so it is asked for more than once. */
  private static List<String> spans(Host host, long trace, int wanted)
      throws IOException, InterruptedException {
    List<String> spans = List.of();
    for (int i = 0; i < 50; i++) {
      spans = host.send("GET", "/spans/" + trace, 0).body().lines().toList();
      if (spans.size() >= wanted) {
        break;
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return spans;
  }
}
