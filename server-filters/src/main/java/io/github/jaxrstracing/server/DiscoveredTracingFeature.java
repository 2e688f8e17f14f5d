// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.OptionReader;
import io.github.jaxrstracing.span.Services;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Registers a {@link TracingFeature} without code, where {@code jaxrs-tracing.server.enabled} is
 * true or the CDI extension is on the class path. Jakarta REST finds it by service loading; it
 * yields to a feature that is registered.
 */
@ConstrainedTo(RuntimeType.SERVER)
// A number that no other has: RESTEasy before 6.2.17 loads one of all services with a priority.
@Priority(4711)
public final class DiscoveredTracingFeature implements Feature {
  private static final Set<String> TRACES =
      Set.of(
          TracingFeature.class.getName(), RequestFilter.class.getName(), BoundPair.class.getName());

  private final Guard guard = new Guard();

  /** Creates the feature; called by the service loader. */
  public DiscoveredTracingFeature() {}

  @Override
  public boolean configure(FeatureContext context) {
    Configuration configuration = context.getConfiguration();
    List<DiscoveredTracing> found = Services.load(DiscoveredTracing.class, guard);
    OptionReader reader = ServerOptions.reader(configuration, guard);
    reader.warnOfUnknownKeys(configuration.getPropertyNames());
    reader.warnOfUnknownKeysAround(guard);
    if (!reader.flag("enabled", null, !found.isEmpty()) || reader.isEverythingOff()) {
      found.forEach(implementation -> implementation.switchedOff(configuration));
      if (!isSwitchedOff(reader) && seesTheApplication(configuration)) {
        context.register(new UnreadAnnotations(guard, () -> isTraced(configuration)));
      }
      return false;
    }
    if (isTraced(configuration)) {
      return false;
    }
    TracingFeature feature =
        found.isEmpty() ? new TracingFeature() : found.get(0).feature(configuration);
    // Not registered: an explicit one that another feature registers later must find its place.
    return feature.configure(context);
  }

  private static boolean isSwitchedOff(OptionReader reader) {
    return reader.text("enabled", null) != null || reader.isEverythingOff();
  }

  // On CXF it is made for a whole bus, and does not see what an application registers.
  private static boolean seesTheApplication(Configuration configuration) {
    return !configuration.getClass().getName().startsWith("org.apache.cxf.");
  }

  // By their names: a server may have a copy of this library beside that of the application, and
  // Jersey loads the features of both.
  private static boolean isTraced(Configuration configuration) {
    return Stream.concat(
            configuration.getClasses().stream(),
            configuration.getInstances().stream().map(Object::getClass))
        .map(Class::getName)
        .anyMatch(TRACES::contains);
  }
}
