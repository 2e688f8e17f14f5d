// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.Forwarded;
import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.HttpResponse;
import io.github.jaxrstracing.HttpTags;
import io.opentracing.Span;
import io.opentracing.tag.Tags;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, as vocabularies and operation names see them, and the span that is
 * named and tagged from them. Code of the user gets this object as {@link HttpRequest}, {@link
 * HttpResponse} and {@code TagSink}: nothing public here starts or finishes the span.
 */
public abstract class HttpExchange extends GuardedSpan implements HttpRequest, HttpResponse {
  private @Nullable String url;
  private boolean hasConfiguredName;

  /**
   * Creates an exchange whose span is not built yet.
   *
   * @param tracer makes the span
   */
  protected HttpExchange(GuardedTracer tracer) {
    super(tracer);
  }

  /**
   * Creates an exchange whose span is not built yet.
   *
   * @param tracer makes the span
   * @param createdNanos when that was, by {@link System#nanoTime()}
   */
  protected HttpExchange(GuardedTracer tracer, long createdNanos) {
    super(tracer, createdNanos);
  }

  /**
   * What the spans of this feature have in common.
   *
   * @return the settings
   */
  protected abstract HttpSettings http();

  /**
   * The URL of the request, with all its secrets.
   *
   * @return an absolute URI
   * @throws IllegalArgumentException when what the sender named as host makes none
   */
  protected abstract URI uri();

  @Override
  public final String url() {
    if (url == null) {
      url = sanitizedUrl();
    }
    return url;
  }

  private String sanitizedUrl() {
    URI uri = knownUri();
    try {
      return uri == null ? "" : http().urls().sanitize(uri.toString());
    } catch (Throwable t) {
      http().guard().caught("The URL sanitizer", t);
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
    URI uri = knownUri();
    return uri == null ? null : uri.getScheme();
  }

  @Override
  public final @Nullable String host() {
    URI uri = knownUri();
    if (uri == null) {
      return null;
    }
    String host = uri.getHost();
    return host == null || host.startsWith("[") ? HostAndPort.of(uri).host() : host;
  }

  @Override
  public final int port() {
    URI uri = knownUri();
    if (uri == null) {
      return -1;
    }
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return uri.getHost() == null
        ? HostAndPort.of(uri).portOr(scheme())
        : HostAndPort.defaultPort(scheme());
  }

  @Override
  public final Forwarded forwarded() {
    return Tags.SPAN_KIND_SERVER.equals(spanKind())
        ? ForwardedHeaders.of(this)
        : HttpRequest.super.forwarded();
  }

  // An implementation may make it of a Host header in which a container has let anything pass.
  private @Nullable URI knownUri() {
    try {
      return uri();
    } catch (IllegalArgumentException noUri) {
      return null;
    }
  }

  /**
   * The operation name as it is configured. A span that has this name may be renamed at its end.
   *
   * @return the name of the span
   */
  protected final String configuredName() {
    hasConfiguredName = true;
    return cut(ConfiguredName.of(this, http()));
  }

  /**
   * Cuts a name that may have the text of a request in it.
   *
   * @param name the name of the span
   * @return the same, not longer than the text of a tag
   */
  protected final String cut(String name) {
    return detail().cut(name);
  }

  /** Sets the kind and the tags of all vocabularies on the builder of the span. */
  protected final void tagRequest() {
    HttpSettings settings = http();
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

  /**
   * Starts the span.
   *
   * @return the span, or {@code null} when the tracer failed to make one
   */
  protected final @Nullable Span startSpan() {
    Span started = start();
    List<String> items = http().baggageTags();
    for (int i = 0; i < items.size(); i++) {
      tagBaggage(items.get(i));
    }
    return started;
  }

  /** Sets the tags that are known at the end, logs the error, and finishes the span; once. */
  protected final void finishSpan() {
    if (!claimEnd()) {
      return;
    }
    try {
      tagEnd(http());
    } finally {
      finishClaimed(); // also when the JVM must see what a vocabulary threw
    }
  }

  private void tagEnd(HttpSettings settings) {
    if (hasConfiguredName) {
      String last = ConfiguredName.atEnd(this, this, settings);
      rename(last == null ? null : cut(last));
    }
    HttpTags firstToFail = null;
    List<HttpTags> vocabularies = settings.tags();
    for (int i = 0; i < vocabularies.size(); i++) {
      boolean isError = tagResponse(vocabularies.get(i));
      firstToFail = isError && firstToFail == null ? vocabularies.get(i) : firstToFail;
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
    if (firstToFail != null) {
      tagError(firstToFail);
    }
    Throwable error = error();
    if (error != null) {
      log(error);
      onError(error);
    }
  }

  private boolean tagResponse(HttpTags vocabulary) {
    try {
      vocabulary.onResponse(this, this, this);
    } catch (Throwable t) {
      http().guard().caught("HttpTags.onResponse", t);
    }
    try {
      return vocabulary.isError(this, this);
    } catch (Throwable t) {
      http().guard().caught("HttpTags.isError", t);
      return error() != null;
    }
  }

  private void tagError(HttpTags vocabulary) {
    String value = errorValue(vocabulary);
    if (value == null || value.isEmpty()) {
      tag(Tags.ERROR.getKey(), true);
    } else {
      tag(Tags.ERROR.getKey(), value);
    }
  }

  // It may be the message of an exception, which may be about a URL.
  private @Nullable String errorValue(HttpTags vocabulary) {
    try {
      String value = vocabulary.errorValue(this, this);
      return value == null ? null : http().urls().redact(value);
    } catch (Throwable t) {
      http().guard().caught("HttpTags.errorValue", t);
      return null;
    }
  }

  /**
   * Called once, before the span is finished, when an error was logged on it.
   *
   * @param error what went wrong
   */
  protected abstract void onError(Throwable error);

  @Override
  final SpanDetail detail() {
    return http().detail();
  }
}
