// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request whose span is started and finished at once; all of it can be changed before. */
final class TestExchange extends HttpExchange {
  private final HttpSettings settings;
  private final MockTracer tracer;
  String kind = "server";
  String method = "GET";
  String uri = "http://shop:8080/orders";
  @Nullable String route;
  @Nullable String ownName;
  int status = 200;
  @Nullable Throwable error;
  Map<String, String> headers = Map.of();

  TestExchange(HttpSettings settings) {
    this(settings, new MockTracer());
  }

  private TestExchange(HttpSettings settings, MockTracer tracer) {
    super(new GuardedTracer(tracer, settings.guard()));
    this.settings = settings;
    this.tracer = tracer;
  }

  static TestExchange speaking(HttpTags... tags) {
    return new TestExchange(settings(OperationName.route(), false, tags));
  }

  static TestExchange expandingErrorLogs() {
    return new TestExchange(settings(OperationName.route(), true, HttpTags.OPENTRACING));
  }

  static TestExchange named(OperationName operationName, HttpTags... tags) {
    return new TestExchange(settings(operationName, false, tags));
  }

  private static HttpSettings settings(
      OperationName operationName, boolean expandErrorLogs, HttpTags... tags) {
    Guard guard = new Guard();
    return new HttpSettings(
        TracerSource.of(new MockTracer(), guard),
        guard,
        operationName,
        List.of(tags),
        List.of(),
        List.of(),
        new UrlSanitizer(UrlSanitizer.SECRET_PARAMETERS, false, null),
        new SpanDetail(expandErrorLogs, 1024),
        List.of());
  }

  /** The finished span. */
  MockSpan finished() {
    build(ownName == null ? configuredName() : ownName, null, System.nanoTime());
    tagRequest();
    start();
    finishSpan();
    return tracer.finishedSpans().get(0);
  }

  @Override
  protected HttpSettings http() {
    return settings;
  }

  @Override
  protected URI uri() {
    return URI.create(uri);
  }

  @Override
  protected void onError(Throwable logged) {}

  @Override
  public String spanKind() {
    return kind;
  }

  @Override
  public String method() {
    return method;
  }

  @Override
  public @Nullable String route() {
    return route;
  }

  @Override
  public @Nullable String header(String name) {
    return headers.get(name);
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable Throwable error() {
    return error;
  }

  @Override
  public @Nullable String responseHeader(String name) {
    return headers.get(name);
  }
}
