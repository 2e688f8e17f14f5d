// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.spi.ConfigurationException;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentracing.Tracer;
import java.util.List;
import java.util.Map;

/** Starts an OpenTelemetry SDK that ends with its tracer or with the JVM, whichever is first. */
final class Sdk {
  private Sdk() {}

  static Tracer start(
      Map<String, String> properties,
      Map<String, String> resourceAttributes,
      List<SpanProcessor> processors) {
    try {
      OpenTelemetrySdk sdk = configure(properties, resourceAttributes, processors);
      Thread hook = new Thread(sdk::close, "jaxrs-tracing-opentelemetry-close");
      hook.setContextClassLoader(null); // else the JVM keeps an application as long as the hook
      Runtime.getRuntime().addShutdownHook(hook);
      return Shim.tracer(sdk, () -> close(sdk, hook));
    } catch (ConfigurationException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalArgumentException(
          "OpenTelemetry refuses its configuration: " + cause.getMessage(), e);
    }
  }

  private static OpenTelemetrySdk configure(
      Map<String, String> properties,
      Map<String, String> resourceAttributes,
      List<SpanProcessor> processors) {
    return AutoConfiguredOpenTelemetrySdk.builder()
        .disableShutdownHook() // ours is taken away when the tracer is closed
        .setServiceClassLoader(Sdk.class.getClassLoader())
        // What OpenTelemetry's specification recommends, and its Java agent does.
        .addPropertiesSupplier(() -> Map.of("otel.exporter.otlp.protocol", "http/protobuf"))
        .addPropertiesCustomizer(config -> properties)
        .addResourceCustomizer(
            (resource, config) -> resource.merge(Resource.create(attributes(resourceAttributes))))
        .addTracerProviderCustomizer(
            (provider, config) -> {
              processors.forEach(provider::addSpanProcessor);
              return provider;
            })
        .build()
        .getOpenTelemetrySdk();
  }

  private static Attributes attributes(Map<String, String> values) {
    AttributesBuilder attributes = Attributes.builder();
    values.forEach(attributes::put);
    return attributes.build();
  }

  private static void close(OpenTelemetrySdk sdk, Thread hook) {
    sdk.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is ending: the hook runs, and finds that there is nothing left to close.
      return;
    }
  }
}
