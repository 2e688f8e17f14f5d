// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.HttpOptions;
import io.github.jaxrstracing.span.HttpSettings;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.TracerSource;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Configuration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * The options of a feature as they were given in code; {@code null} is what was not given.
 *
 * @param http the options of both sides
 * @param traceAll whether every request is traced
 * @param skip the regular expression of the paths that are left out
 * @param requestTags the names of request attributes
 * @param decorators called in this order
 * @param trustRemoteContext whether the sender may be the parent
 * @param joinActiveSpan whether a span that is active already becomes the parent
 * @param traceIdHeader the response header that tells the trace id
 * @param serializationSpans whether entities get spans of their own
 */
record ServerOptions(
    HttpOptions http,
    @Nullable Boolean traceAll,
    @Nullable String skip,
    @Nullable List<String> requestTags,
    List<ServerSpanDecorator> decorators,
    Predicate<? super ContainerRequestContext> trustRemoteContext,
    @Nullable Boolean joinActiveSpan,
    @Nullable String traceIdHeader,
    @Nullable Boolean serializationSpans) {
  private static final Map<String, OperationName> NAMES =
      Map.of(
          "route", OperationName.route(),
          "http-method", OperationName.httpMethod(),
          "class-method", OperationName.classMethod());

  static OptionReader reader(Configuration configuration, Guard guard) {
    return new OptionReader("jaxrs-tracing.server.", configuration::getProperty, guard);
  }

  /**
   * Completes these options with those that are configured elsewhere, and checks them.
   *
   * @throws IllegalArgumentException when an option cannot be used
   */
  ServerSettings settings(OptionReader reader, TracerSource source) {
    HttpSettings common = http.settings(reader, NAMES, OperationName.route(), source);
    List<String> tags = reader.list("request-tags", requestTags);
    RequestTags attributes = new RequestTags(common.urls(), common.guard());
    boolean tracesAll = reader.flag("trace-all", traceAll, false);
    return new ServerSettings(
        common,
        new Endpoints(tracesAll, attributes, TracedAnnotations.discovered(common.guard())),
        skipPattern(reader),
        attributes.of(tags == null ? List.of() : tags, reader),
        new GuardedDecorators(decorators, common.guard()),
        trustRemoteContext,
        reader.flag("join-active-span", joinActiveSpan, false),
        reader.header("trace-id-header", traceIdHeader),
        reader.flag("serialization-spans", serializationSpans, false));
  }

  private @Nullable Pattern skipPattern(OptionReader reader) {
    String regex = reader.text("skip", skip);
    try {
      return regex == null ? null : Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw reader.invalid("skip", regex, "regular expressions (" + e.getDescription() + ")");
    } catch (StackOverflowError e) {
      throw reader.invalid("skip", regex, "regular expressions that are not nested so deeply");
    }
  }
}
