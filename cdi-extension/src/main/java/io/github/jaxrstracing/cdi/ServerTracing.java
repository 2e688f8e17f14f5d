// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.server.DiscoveredTracing;
import io.github.jaxrstracing.server.TracingFeature;
import io.github.jaxrstracing.server.TracingFeatureBuilder;
import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import jakarta.ws.rs.core.Configuration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * Traces every request, unless {@code jaxrs-tracing.server.trace-all} is false, as the options of
 * this library and of MicroProfile say. Where both say something, it is this library's that counts.
 */
public final class ServerTracing implements DiscoveredTracing {
  static final String PREFIX = "jaxrs-tracing.server.";

  // What the other MicroProfile specifications answer under. No option brings them back.
  private static final String NEVER_TRACED =
      "/health(/(live|ready|started))?|/metrics(/(base|vendor|application)(/.*)?)?|/openapi";

  private final Guard guard = new Guard();

  /** Called by service loading. */
  public ServerTracing() {}

  @Override
  public TracingFeature feature(Configuration configuration) {
    OptionReader options = new OptionReader(PREFIX, configuration::getProperty, guard);
    OptionReader microProfile =
        new OptionReader("mp.opentracing.server.", configuration::getProperty, guard);
    TracingFeatureBuilder builder =
        TracingFeature.builder().skip(skip(options, microProfile) + NEVER_TRACED);
    if (options.flag("trace-all", null, true)) {
      builder.traceAll();
    }
    if (options.text("operation-name", null) == null) {
      builder.operationName(operationName(microProfile));
    }
    switchBusinessMethods(true);
    return builder.build();
  }

  @Override
  public void switchedOff(Configuration configuration) {
    switchBusinessMethods(false);
  }

  private static void switchBusinessMethods(boolean on) {
    try {
      ContainerTracing.switchBusinessMethods(on);
    } catch (NoClassDefFoundError noCdi) {
      // There are no business methods.
    }
  }

  private static String skip(OptionReader options, OptionReader microProfile) {
    String regex = options.text("skip", null);
    return regex == null
        ? checked(microProfile, "skip-pattern", microProfile.text("skip-pattern", null))
        : checked(options, "skip", regex);
  }

  private static String checked(OptionReader options, String option, @Nullable String regex) {
    if (regex == null) {
      return "";
    }
    try {
      return "(?:" + Pattern.compile(regex) + ")|";
    } catch (PatternSyntaxException e) {
      throw options.invalid(option, regex, "regular expressions (" + e.getDescription() + ")");
    }
  }

  private static OperationName operationName(OptionReader microProfile) {
    Map<String, OperationName> names =
        Map.of("class-method", OperationName.classMethod(), "http-path", new HttpPathName());
    String name = microProfile.text("operation-name-provider", null);
    if (name != null) {
      return microProfile.choice("operation-name-provider", name, names);
    }
    return MicroProfileTraced.isPresent() ? OperationName.classMethod() : OperationName.route();
  }
}
