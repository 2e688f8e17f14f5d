// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.redeploy;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** An exporter of OpenTelemetry of the server, whose thread outlives all wars. */
public final class ServerExporter implements ConfigurableSpanExporterProvider, SpanExporter {
  @Override
  public SpanExporter createExporter(ConfigProperties config) {
    return this;
  }

  @Override
  public String getName() {
    return "server";
  }

  @Override
  public CompletableResultCode export(Collection<SpanData> spans) {
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
