// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static java.util.stream.Collectors.joining;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.server.RequestTag.Reader;
import io.github.jaxrstracing.span.CapturedHeader;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.UrlSanitizer;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The request attributes that can become tags, by name. */
final class RequestTags {
  private static final Map<String, Reader> PLAIN =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("base_url", RequestTags::baseUrl),
              Map.entry("content_length", exchange -> exchange.header("content-length")),
              Map.entry("content_type", exchange -> exchange.header("content-type")),
              Map.entry("endpoint", RequestTags::endpoint),
              Map.entry("host", RequestTags::host),
              Map.entry("method", HttpRequest::method),
              Map.entry("path", HttpRequest::path),
              Map.entry("query_string", HttpRequest::query),
              Map.entry("remote_addr", HttpRequest::remoteAddress),
              Map.entry("scheme", HttpRequest::scheme),
              Map.entry("url", HttpRequest::url),
              Map.entry("user_agent", exchange -> exchange.header("user-agent"))));

  static final List<String> NAMES =
      Stream.concat(
              PLAIN.keySet().stream(),
              Stream.of("path_params", "header.NAME", "query.NAME", "cookie.NAME", "path.NAME"))
          .toList();

  private static final String VALID = String.join(", ", NAMES);

  private final UrlSanitizer urls;
  private final Guard guard;

  RequestTags(UrlSanitizer urls, Guard guard) {
    this.urls = urls;
    this.guard = guard;
  }

  /**
   * Finds request tags by their names.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  List<RequestTag> of(List<String> names, OptionReader options) {
    List<RequestTag> tags = new ArrayList<>();
    for (String name : names) {
      Reader reader = reader(name);
      if (reader == null) {
        throw options.invalid("request-tags", name, VALID);
      }
      tags.add(new RequestTag(name, reader));
    }
    return List.copyOf(tags);
  }

  /** The same where the application is running already: an unknown name is warned of and left. */
  List<RequestTag> known(String... names) {
    List<RequestTag> tags = new ArrayList<>();
    for (String name : names) {
      Reader reader = reader(name);
      if (reader == null) {
        guard.warn(unknown(name));
      } else {
        tags.add(new RequestTag(name, reader));
      }
    }
    return List.copyOf(tags);
  }

  /**
   * Checks the names in an annotation.
   *
   * @throws IllegalArgumentException for an unknown name
   */
  void check(Traced annotation, Method declared) {
    for (String name : annotation.requestTags()) {
      if (reader(name) == null) {
        throw new IllegalArgumentException("@Traced on " + declared + ": " + unknown(name));
      }
    }
  }

  private static String unknown(String name) {
    return "requestTags: \"" + name + "\" is no request attribute; valid are " + VALID + '.';
  }

  private @Nullable Reader reader(String name) {
    Reader plain = name.equals("path_params") ? this::pathParams : PLAIN.get(name);
    int dot = name.indexOf('.');
    if (plain != null || dot < 0 || dot == name.length() - 1) {
      return plain;
    }
    String key = name.substring(dot + 1);
    return switch (name.substring(0, dot)) {
      case "header" -> header(key);
      case "query" -> exchange -> query(exchange, key);
      case "cookie" -> exchange -> cookie(exchange, key);
      case "path" -> exchange -> path(exchange, key);
      default -> null;
    };
  }

  private Reader header(String name) {
    CapturedHeader header = CapturedHeader.of(name);
    return exchange -> header.value(exchange.header(name), urls);
  }

  // From the sanitized URL, as all that is told of a URL.
  private static String query(ServerExchange exchange, String key) {
    String query = exchange.query();
    StringJoiner values = new StringJoiner(",");
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0 && decode(pair.substring(0, equals)).equals(key)) {
        values.add(decode(pair.substring(equals + 1)));
      }
    }
    return values.toString();
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private @Nullable String cookie(ServerExchange exchange, String key) {
    Cookie cookie = exchange.request().getCookies().get(key);
    return cookie == null ? null : redacted(cookie.getValue());
  }

  private @Nullable String path(ServerExchange exchange, String key) {
    return redacted(exchange.request().getUriInfo().getPathParameters().getFirst(key));
  }

  // It is decoded, so that what was a parameter within a parameter is one at its beginning.
  private @Nullable String redacted(@Nullable String value) {
    return value == null ? null : urls.redact('?' + value).substring(1);
  }

  private static String baseUrl(ServerExchange exchange) {
    String url = exchange.url();
    int mark = url.indexOf('?');
    return mark < 0 ? url : url.substring(0, mark);
  }

  private static @Nullable String host(ServerExchange exchange) {
    String header = exchange.header("host");
    return header == null ? exchange.host() : header;
  }

  private static @Nullable String endpoint(ServerExchange exchange) {
    Class<?> resourceClass = exchange.resourceClass();
    Method method = exchange.resourceMethod();
    return resourceClass == null || method == null
        ? null
        : resourceClass.getName() + '.' + method.getName();
  }

  private String pathParams(ServerExchange exchange) {
    MultivaluedMap<String, String> parameters = exchange.request().getUriInfo().getPathParameters();
    StringJoiner joined = new StringJoiner(", ");
    new TreeMap<>(parameters)
        .forEach(
            (name, values) ->
                joined.add(name + '=' + values.stream().map(this::redacted).collect(joining(","))));
    return joined.toString();
  }
}
