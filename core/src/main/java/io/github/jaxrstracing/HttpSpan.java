// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.tag.Tags;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one span of one request on one side: names it and tags it from request and response. */
public abstract class HttpSpan extends GuardedSpan implements HttpRequest, HttpResponse {
  private final HttpSettings settings;
  private @Nullable HostAndPort hostAndPort;
  private @Nullable String url;

  /**
   * Notes the time: this is when the span begins, although it is started later.
   *
   * @param settings what the spans of this feature have in common
   */
  protected HttpSpan(HttpSettings settings) {
    super(settings.guard());
    this.settings = settings;
  }

  /**
   * The URL of the request, with all its secrets.
   *
   * @return an absolute URI
   */
  protected abstract URI uri();

  @Override
  public final String url() {
    if (url == null) {
      url = safeUrl();
    }
    return url;
  }

  private String safeUrl() {
    try {
      return settings.urls().sanitize(uri().toString());
    } catch (Throwable t) {
      settings.guard().caught("The URL sanitizer", t);
      return "";
    }
  }

  @Override
  public final String path() {
    return UrlParts.path(url());
  }

  @Override
  public final @Nullable String query() {
    return UrlParts.query(url());
  }

  @Override
  public final @Nullable String scheme() {
    return uri().getScheme();
  }

  @Override
  public final @Nullable String host() {
    String host = uri().getHost();
    return host == null || host.startsWith("[") ? hostAndPort().host() : host;
  }

  @Override
  public final int port() {
    URI uri = uri();
    return uri.getPort() > 0 ? uri.getPort() : hostAndPort().portOr(scheme());
  }

  private HostAndPort hostAndPort() {
    if (hostAndPort == null) {
      hostAndPort = HostAndPort.of(uri());
    }
    return hostAndPort;
  }

  /**
   * Tells whether {@link #operationName} depends on method and route alone, so that it can be kept.
   *
   * @return whether the naming is one of {@link OperationName}'s own
   */
  public final boolean isNameFixed() {
    return settings.operationName() instanceof BuiltInName;
  }

  /**
   * The operation name as it is configured.
   *
   * @return the name of the span
   */
  public final String operationName() {
    String methodName = HttpMethods.nameOf(this);
    try {
      OperationName operationName = settings.operationName();
      String name =
          operationName == BuiltInName.ROUTE
              ? settings.tags().get(0).operationName(methodName, route())
              : operationName.of(this);
      if (name != null && !name.isEmpty()) {
        return name;
      }
    } catch (Throwable t) {
      settings.guard().caught("OperationName.of", t);
    }
    return methodName;
  }

  /**
   * Opens the builder and sets the kind and the tags of all vocabularies.
   *
   * @param tracer the tracer
   * @param operationName the name of the span
   * @param referenceType how the parent is meant, see {@link io.opentracing.References}
   * @param parent the parent, or {@code null} for a root span
   */
  protected final void openTagged(
      Tracer tracer, String operationName, String referenceType, @Nullable SpanContext parent) {
    open(tracer, operationName, referenceType, parent);
    tag(Tags.SPAN_KIND.getKey(), spanKind());
    // By index: this runs for every request, and the compiler does not see through the iterators.
    List<HttpTags> vocabularies = settings.tags();
    for (int i = 0; i < vocabularies.size(); i++) {
      try {
        vocabularies.get(i).onRequest(this, this);
      } catch (Throwable t) {
        settings.guard().caught("HttpTags.onRequest", t);
      }
    }
    List<CapturedHeader> headers = settings.requestHeaders();
    for (int i = 0; i < headers.size(); i++) {
      CapturedHeader captured = headers.get(i);
      try {
        tag(captured.requestTag(), captured.value(header(captured.name()), settings.urls()));
      } catch (Throwable t) {
        settings.guard().caught("Capturing a request header", t);
      }
    }
  }

  /** Sets the tags that are known at the end, logs the error, and finishes the span; once. */
  @Override
  public final void finish() {
    if (!end()) {
      return;
    }
    boolean isError = false;
    List<HttpTags> vocabularies = settings.tags();
    for (int i = 0; i < vocabularies.size(); i++) {
      isError |= tagResponse(vocabularies.get(i));
    }
    List<CapturedHeader> headers = settings.responseHeaders();
    for (int i = 0; i < headers.size(); i++) {
      CapturedHeader captured = headers.get(i);
      try {
        String value = responseHeader(captured.name());
        tag(captured.responseTag(), captured.value(value, settings.urls()));
      } catch (Throwable t) {
        settings.guard().caught("Capturing a response header", t);
      }
    }
    if (isError) {
      tag(Tags.ERROR.getKey(), true);
    }
    Throwable error = error();
    if (error != null) {
      log(error);
      onError(error);
    }
    finishEnded();
  }

  private boolean tagResponse(HttpTags vocabulary) {
    try {
      vocabulary.onResponse(this, this, this);
    } catch (Throwable t) {
      settings.guard().caught("HttpTags.onResponse", t);
    }
    try {
      return vocabulary.isError(this, this);
    } catch (Throwable t) {
      settings.guard().caught("HttpTags.isError", t);
      return error() != null;
    }
  }

  /**
   * Called once, before the span is finished, when an error was logged on it.
   *
   * @param error what went wrong
   */
  protected abstract void onError(Throwable error);
}
