// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.net.URI;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for. Maven gives {@code true} for {@code -Dzipkin} alone, and the
 * empty text for what is not there.
 *
 * @param startZipkin whether to start a Zipkin server
 * @param backend where spans go otherwise
 */
record Options(boolean startZipkin, Backend backend) {
  /** Reads the options, each by its name, and refuses what cannot be meant. */
  static Options of(UnaryOperator<@Nullable String> properties) {
    String zipkin = properties.apply("zipkin");
    boolean startZipkin = "true".equals(zipkin);
    Backend backend =
        new Backend(
            url("otlp", properties.apply("otlp"), "http://localhost:4318"),
            startZipkin ? null : url("zipkin", zipkin, "http://localhost:9411"));
    return new Options(startZipkin, backend);
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

  private static IllegalArgumentException refused(String option, String value, String example) {
    return new IllegalArgumentException(
        "-D%s: \"%s\" is not a URL such as %s".formatted(option, value, example));
  }
}
