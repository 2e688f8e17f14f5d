// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.client.ClientSpanDecorator;
import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.server.ServerSpanDecorator;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.Span;
import io.opentracing.Tracer;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Features with everything that a user may give them, all of which fails as a plan says. */
final class FaultyTracing {
  private final Chaos chaos;
  private final Tracer tracer;

  private FaultyTracing(Chaos chaos, Tracer tracer) {
    this.chaos = chaos;
    this.tracer = chaos.wrap(Tracer.class, tracer);
  }

  static Tracing by(Chaos chaos, Tracer tracer) {
    FaultyTracing faulty = new FaultyTracing(chaos, tracer);
    return new Tracing(faulty::server, faulty.client(), tracer::activeSpan);
  }

  private TracingFeature server() {
    return TracingFeature.builder()
        .tracer(tracer)
        .traceAll()
        .joinActiveSpan()
        .expandErrorLogs()
        .requestTags("query_string", "path_params", "header.User-Agent")
        .captureRequestHeaders("Host")
        .captureResponseHeaders("Content-Type")
        .traceIdHeader(Faults.TRACE_ID_HEADER)
        .trustRemoteContext(predicate("trustRemoteContext", request -> request != null))
        .urlSanitizer(urls())
        .operationName(name())
        .tags(tags("HttpTags", HttpTags.OPENTRACING), tags("MoreHttpTags", HttpTags.ZIPKIN))
        .decorator(
            chaos.wrap(
                ServerSpanDecorator.class,
                new ServerSpanDecorator() {
                  @Override
                  public void onRequest(ContainerRequestContext request, Span span) {
                    span.setTag("decorated", true);
                  }
                }))
        .build();
  }

  private ClientTracingFeature client() {
    return ClientTracingFeature.builder()
        .tracer(tracer)
        .expandErrorLogs()
        .captureRequestHeaders("Accept")
        .captureResponseHeaders("Content-Type")
        .propagateTo(this.<URI>predicate("propagateTo", uri -> uri.isAbsolute()))
        .urlSanitizer(urls())
        .operationName(name())
        .tags(tags("HttpTags", HttpTags.OPENTRACING))
        .decorator(
            chaos.wrap(
                ClientSpanDecorator.class,
                new ClientSpanDecorator() {
                  @Override
                  public void onRequest(ClientRequestContext request, Span span) {
                    span.setTag("decorated", true);
                  }
                }))
        .build();
  }

  private OperationName name() {
    return chaos.wrap(OperationName.class, request -> request.method() + ' ' + request.route());
  }

  private HttpTags tags(String name, HttpTags tags) {
    return chaos.wrap(HttpTags.class, name, tags);
  }

  @SuppressWarnings("unchecked") // a proxy has the type of what it stands for
  private UnaryOperator<String> urls() {
    return chaos.wrap(UnaryOperator.class, "urlSanitizer", UnaryOperator.<String>identity());
  }

  @SuppressWarnings("unchecked") // a proxy has the type of what it stands for
  private <T> Predicate<T> predicate(String name, Predicate<T> predicate) {
    return chaos.wrap(Predicate.class, name, predicate);
  }
}
