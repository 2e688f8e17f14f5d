// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Tuple;
import net.jqwik.api.sessions.JqwikSession;

/** Requests as somebody would write them who means harm, each one byte a character. */
final class HostileRequests {
  /** Where this stands in a URL, it is the value of a secret. */
  static final String SECRET = "s3cr3t";

  // None that asks the tracer not to record: then there is no span to look at.
  private static final List<String> NAMES =
      List.of(
          "traceid",
          "spanid",
          "baggage-tenant",
          "traceparent",
          "tracestate",
          "baggage",
          "b3",
          "X-B3-TraceId",
          "X-B3-SpanId",
          "X-B3-ParentSpanId",
          "X-B3-Flags",
          "uber-trace-id",
          "uberctx-tenant",
          "jaeger-baggage",
          "jaeger-debug-id",
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "User-Agent",
          "Cookie",
          "Referer",
          "Link",
          "Content-Type",
          "X-Captured",
          "X-Untrusted");

  private static final List<String> VALUES =
      List.of(
          "",
          "1",
          "-1",
          "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
          "00-00000000000000000000000000000000-0000000000000000-01",
          "ff-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-ff-more",
          "0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-d",
          "463ac35c9f6413ad48485a3953bb6124:a2fb4a1d1a96d312:0:ffff",
          "463ac35c9f6413ad:zz:0:",
          "99999999999999999999999999",
          "tenant=blue,tenant=red;p=1,=,;,%,tenant",
          "tenant=%0d%0aSet-Cookie:%20a=b",
          "for=\"[::1]:99999\";proto=javascript;host=\"a\\\"b",
          "for=;;;,,,=\"",
          "for=unknown;host=http://u:" + SECRET + "@h",
          "[::::]:x, 1.2.3.4",
          "\"",
          "c=1; c=2; $Version=1; =; c",
          "text/plain;a=\"",
          "<http://u:p@h/?sig=1>; rel=\"<\", <",
          "${jndi:ldap://h/a}");

  // Many a container refuses a request for one of these.
  private static final List<String> BAD_VALUES =
      List.of(
          "\u00ff\u00fe\u00c3(\u00ed\u00a0\u0080",
          "\u0001\u0007\u001b[31m",
          "a\rb",
          "a\nX-Smuggled: b");

  private static final List<String> PATHS =
      List.of(
          "/hostile/a",
          "/hostile/",
          "/hostile/%20b+c",
          "/hostile/%C3%A9",
          "/hostile/a;x=1;;=/b",
          "/hostile/a;sig=" + SECRET + "/b",
          "/hostile/u:p@h",
          "/nowhere",
          "/");

  private static final List<String> BAD_PATHS =
      List.of(
          "/hostile/%",
          "/hostile/%zz",
          "/hostile/%00",
          "/hostile/%0d%0aSet-Cookie:%20a=b",
          "/hostile/%c3%28",
          "/hostile/%2525252525",
          "/hostile/..;/..%2f",
          "/hostile/http:%2f%2fu:" + SECRET + "@h/",
          "//hostile//a",
          "/nowhere/\u00e9",
          "/hostile/{id}",
          "/hostile/\"<>^`|\\",
          "*",
          "",
          "hostile",
          "http://u:" + SECRET + "@elsewhere:1/hostile/a",
          "http://[::1/hostile/a",
          "http:///hostile",
          "javascript:alert(1)");

  private static final List<String> PARAMETERS =
      List.of(
          "q=1",
          "q",
          "=",
          "q=%41",
          "sig=" + SECRET,
          "SIG=" + SECRET + "%26x",
          "u=http://u:" + SECRET + "@h/",
          "u=http%3A%2F%2Fh%3Fsig%3D" + SECRET,
          ";");

  private static final List<String> BAD_PARAMETERS =
      List.of("%=%", "q=%zz", "%71=%C3%28", "#", "q=\u00e9", "q={id}", "sig=" + SECRET);

  // Methods that change a connection or echo the request are the container's own.
  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "GET", "HEAD", "POST", "OPTIONS", "DELETE", "get", "FOO", "X".repeat(99));

  // What stands in for the name of this server, in all the places that name it.
  private static final List<String> HOSTS =
      List.of(
          "",
          "shop",
          "shop:",
          "shop:0",
          "shop:80",
          "shop:65536",
          "shop:-1",
          "shop:99999999999",
          "shop:http",
          "shop:80:80",
          ":80",
          "[::1]",
          "[::1]:80",
          "[::1]:x",
          "[::1",
          "::1",
          "::1:80",
          "[fe80::1%25eth0]",
          "[v1.x]",
          "1.2.3.4",
          "1.2.3.4.5",
          "u:" + SECRET + "@shop",
          "u:" + SECRET + "@shop:80",
          "@",
          "shop/../a",
          "shop?sig=" + SECRET,
          "shop#a",
          "shop, other",
          "shop other",
          "shop\\other",
          "http://shop/",
          "javascript:alert(1)",
          "%00",
          "%0d%0aX-Smuggled: a",
          "\"",
          "{id}",
          "${jndi:ldap://h/a}",
          "sh\u0001op",
          "sh\top",
          "sh\u007fop",
          "sh\rop",
          "sh\u00f6p",
          "\u00c3(",
          "xn--shp-sna",
          "a".repeat(5_000),
          "a.".repeat(2_500),
          "[" + ":".repeat(5_000) + "]",
          "shop:" + "1".repeat(5_000),
          "shop\r\nHost: other",
          "shop\r\nHost: shop",
          "shop\r\nX-Forwarded-Host: other");

  // Where the name of a server can stand; the last one has none at all.
  private static final List<String> PLACES =
      List.of(
          "GET /hostile/a HTTP/1.1\r\nHost: %s\r\n",
          "GET /nowhere HTTP/1.1\r\nHost: %s\r\nX-Forwarded-Proto: https\r\n",
          "GET http://%s/hostile/a HTTP/1.1\r\nHost: shop\r\n",
          "GET /hostile/a HTTP/1.1\r\nHost: shop\r\nX-Forwarded-Host: %s\r\n",
          "GET /hostile/a HTTP/1.1\r\nHost: shop\r\nForwarded: for=1.2.3.4;proto=https;host=%s\r\n",
          "GET /hostile/a HTTP/1.1\r\nHost: shop\r\nForwarded: host=\"%s\"\r\n",
          "GET /hostile/a HTTP/1.0\r\nX-Forwarded-Host: %s\r\n");

  // Below what the strictest container takes as the head of a request.
  private static final int LONGEST = 7_000;

  private HostileRequests() {}

  /** So many requests, the same ones for the same seed. */
  static List<String> of(int count, long seed) {
    Random random = new Random(seed);
    List<String> requests = new ArrayList<>();
    JqwikSession.run(
        () -> {
          RandomGenerator<String> generator = request().generator(count);
          for (int i = 0; i < count; i++) {
            requests.add(generator.next(random).value());
          }
        });
    return requests;
  }

  /** Requests that name another server than this one, or none. */
  static List<String> ofHosts() {
    return PLACES.stream()
        .flatMap(place -> HOSTS.stream().map(place::formatted))
        .map(head -> head + "Connection: close\r\n\r\n")
        .toList();
  }

  private static Arbitrary<String> request() {
    return Combinators.combine(method(), target(), headers())
        .as(
            (method, target, headers) ->
                method
                    + ' '
                    + cut(target, LONGEST / 2)
                    + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n"
                    + cut(headers, LONGEST - Math.min(target.length(), LONGEST / 2))
                    + "\r\n\r\n");
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static Arbitrary<String> method() {
    Arbitrary<String> token = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(9);
    return Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(METHODS)), Tuple.of(1, token.filter(t -> !isSpecial(t))));
  }

  private static boolean isSpecial(String method) {
    return method.equalsIgnoreCase("CONNECT") || method.equalsIgnoreCase("TRACE");
  }

  private static Arbitrary<String> target() {
    Arbitrary<String> bad =
        Arbitraries.oneOf(Arbitraries.of(BAD_PATHS), text().map("/hostile/"::concat));
    Arbitrary<String> paths =
        Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.of(PATHS)), Tuple.of(1, bad));
    Arbitrary<String> good = Arbitraries.of(PARAMETERS);
    Arbitrary<String> query =
        Arbitraries.frequencyOf(
                Tuple.of(3, good.list().ofMaxSize(5)),
                Tuple.of(
                    1,
                    Arbitraries.oneOf(Arbitraries.of(BAD_PARAMETERS), text()).list().ofMaxSize(5)))
            .map(parameters -> String.join("&", parameters));
    return Combinators.combine(paths, query, Arbitraries.of(true, true, false))
        .as((path, all, has) -> inOneLine(has ? path + '?' + all : path));
  }

  private static String inOneLine(String target) {
    return target.replaceAll("[\\x00-\\x20\\x7f]", "+");
  }

  private static Arbitrary<String> headers() {
    Arbitrary<String> names =
        Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of(0, 1, 2))
            .as(
                (name, spelling) ->
                    switch (spelling) {
                      case 0 -> name;
                      case 1 -> name.toLowerCase(Locale.ROOT);
                      default -> name.toUpperCase(Locale.ROOT);
                    });
    Arbitrary<String> good = Arbitraries.oneOf(Arbitraries.of(VALUES), repeated());
    Arbitrary<String> bad = Arbitraries.oneOf(Arbitraries.of(BAD_VALUES), text());
    return Arbitraries.frequencyOf(Tuple.of(3, lines(names, good)), Tuple.of(1, lines(names, bad)));
  }

  private static Arbitrary<String> lines(Arbitrary<String> names, Arbitrary<String> values) {
    return Combinators.combine(names, values)
        .as((name, value) -> name + ": " + value)
        .list()
        .ofMaxSize(12)
        .map(headers -> String.join("\r\n", headers));
  }

  private static Arbitrary<String> text() {
    Arbitrary<String> printable = Arbitraries.strings().ascii().ofMaxLength(60);
    Arbitrary<String> bytes = Arbitraries.strings().withCharRange('\1', '\u00ff').ofMaxLength(40);
    return Arbitraries.oneOf(printable, bytes, repeated()).map(HostileRequests::inOneHead);
  }

  private static Arbitrary<String> repeated() {
    return Combinators.combine(
            Arbitraries.of("a", "%", "%25", ",", "a=1,", "=", ";", "&", "//", "@", "\""),
            Arbitraries.integers().between(1, 2_000))
        .as(String::repeat);
  }

  private static String inOneHead(String text) {
    return text.replaceAll("[\r\n\\x00]", "?");
  }
}
