// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy.war;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** An exporter of OpenTelemetry in the war, which tells the server how much it has exported. */
public final class WarExporter implements ConfigurableSpanExporterProvider, SpanExporter {
  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return this;
  }

  @Override
  public String getName() {
    return "war";
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
    System.getProperties().merge("spans-of-war", spans.size(), (a, b) -> (Integer) a + (Integer) b);
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode flush() {
    return CompletableResultCode.ofSuccess();
  }

  @Override
  public CompletableResultCode shutdown() {
    return CompletableResultCode.ofSuccess();
  }
}
