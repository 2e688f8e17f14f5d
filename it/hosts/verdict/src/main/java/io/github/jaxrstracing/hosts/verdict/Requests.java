// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.verdict;

import java.util.List;

/** The twelve requests, and the spans that each of them must leave, the same on every host. */
final class Requests {
  private Requests() {}

  /**
   * A request and what must come of it.
   *
   * @param name what it is about
   * @param method its method; a {@code POST} has a body
   * @param path its path below the application's
   * @param status the status of the response
   * @param body what the body must contain
   * @param spans the spans of its trace, sorted; {@code PATH} is the path of the application and
   *     {@code URL} its whole URL
   */
  record Expected(
      String name, String method, String path, int status, String body, List<String> spans) {

    List<String> spans(String path, String url) {
      return spans.stream().map(each -> each.replace("PATH", path).replace("URL", url)).toList();
    }
  }

  static List<Expected> twelve() {
    return List.of(
        // First, so that a span of theirs that comes late is counted at the end.
        new Expected("skipped", "GET", "/health", 200, "up", List.of()),
        new Expected("not traced", "GET", "/orders/7/quiet", 200, "order 7", List.of()),
        expected("sync", "GET", "/orders/7", 200, "order 7", "GET:PATH/orders/{id}"),
        expected("async", "GET", "/orders/7/later", 200, "order 7", "GET:PATH/orders/{id}/later"),
        expected("no such path", "GET", "/nowhere", 404, "", "GET"),
        failed("unmapped", "/orders/7/fail", "GET:PATH/orders/{id}/fail"),
        expected("mapped", "GET", "/orders/7/reserve", 409, "", "GET:PATH/orders/{id}/reserve"),
        expected("stream", "GET", "/orders/7/events", 200, "there", "GET:PATH/orders/{id}/events"),
        call("call", "/orders/7/copy", "order 7"),
        expected("HEAD", "HEAD", "/orders/7", 200, "", "HEAD:PATH/orders/{id}"),
        expected("POST", "POST", "/orders", 201, "a book", "POST:PATH/orders"),
        expected(
            "sub-resource",
            "GET",
            "/customers/anna/address",
            200,
            "anna's address",
            "GET:PATH/customers/{name}/address"));
  }

  private static Expected expected(
      String name, String method, String path, int status, String body, String span) {
    return new Expected(
        name, method, path, status, body, List.of(span(span, status, path, "null", "[]")));
  }

  private static Expected failed(String name, String path, String span) {
    String log = "[java.lang.IllegalStateException: on purpose]";
    return new Expected(name, "GET", path, 500, "", List.of(span(span, 500, path, "true", log)));
  }

  private static Expected call(String name, String path, String body) {
    String called = path.substring(0, path.lastIndexOf('/'));
    return new Expected(
        name,
        "GET",
        path,
        200,
        body,
        List.of(
            "client GET 200 URL" + called + " below GET:PATH/orders/{id}/copy error null logs []",
            "server GET:PATH/orders/{id} 200 URL" + called + " below GET error null logs []",
            span("GET:PATH/orders/{id}/copy", 200, path, "null", "[]")));
  }

  private static String span(String name, int status, String path, String error, String logs) {
    return String.format(
        "server %s %d URL%s below %d error %s logs %s",
        name, status, path, Host.CALLER_SPAN, error, logs);
  }
}
