// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.net.URI;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. Maven gives {@code true} for {@code -Dzipkin} alone, and the
 * empty text for what is not there.
 *
 * @param show the topics to show instead of the traces, {@code help}, or empty
 * @param startZipkin whether to start a Zipkin server
 * @param backend where spans go otherwise
 */
record Options(String show, boolean startZipkin, Backend backend) {
  /** Reads the options, each by its name, and refuses what cannot be meant. */
  static Options of(UnaryOperator<@Nullable String> properties) {
    String zipkin = properties.apply("zipkin");
    boolean startZipkin = "true".equals(zipkin);
    Backend backend =
        new Backend(
            url("otlp", properties.apply("otlp"), "http://localhost:4318"),
            startZipkin ? null : url("zipkin", zipkin, "http://localhost:9411"));
    String show = Objects.requireNonNullElse(properties.apply("show"), "");
    if (!show.isEmpty() && (startZipkin || backend.isThere())) {
      throw new WrongOption("-Dshow prints on the screen alone: leave out -Dzipkin and -Dotlp");
    }
    return new Options(show.equals("true") ? "help" : show, startZipkin, backend);
  }

  private static @Nullable URI url(String option, @Nullable String value, String example) {
    if (value == null || value.isEmpty()) {
      return null;
    }
    try {
      URI uri = URI.create(value);
      if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
        return uri;
      }
    } catch (IllegalArgumentException e) {
      throw refused(option, value, example);
    }
    throw refused(option, value, example);
  }

  private static WrongOption refused(String option, String value, String example) {
    return new WrongOption(
        "-D%s: \"%s\" is not a URL such as %s".formatted(option, value, example));
  }
}
