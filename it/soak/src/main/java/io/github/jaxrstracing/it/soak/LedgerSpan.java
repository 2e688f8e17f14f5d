// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.LedgerTracer.Context;
import io.github.jaxrstracing.it.soak.SpanEnd.Role;
import io.opentracing.Span;
import io.opentracing.tag.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A span that notices what is done to it after its end. */
final class LedgerSpan implements Span {
  private final LedgerTracer tracer;
  private final Context context;
  private final @Nullable Context parent;
  private final Map<String, Object> tags;
  private final long startMicros;
  private String name;
  private boolean isFinished;

  LedgerSpan(
      LedgerTracer tracer,
      String name,
      long id,
      @Nullable Context parent,
      Map<String, Object> tags,
      long startMicros) {
    this.tracer = tracer;
    this.name = name;
    this.parent = parent;
    this.tags = tags;
    this.startMicros = startMicros;
    String traceId = parent == null ? "t" + id : parent.traceId();
    this.context = new Context(role(), SpanEnd.numberIn(url()), traceId, "s" + id);
  }

  static long nowMicros() {
    Instant now = Instant.now();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  private String url() {
    return String.valueOf(tags.get("http.url"));
  }

  private Role role() {
    return Role.of(String.valueOf(tags.get("span.kind")), url());
  }

  @Override
  public Context context() {
    return context;
  }

  private synchronized Span set(String key, @Nullable Object value) {
    if (isFinished) {
      tracer.violated("tag after the end", key + " of " + this);
    } else if (value != null) {
      tags.put(key, value);
    }
    return this;
  }

  @Override
  public Span setTag(String key, @Nullable String value) {
    return set(key, value);
  }

  @Override
  public Span setTag(String key, boolean value) {
    return set(key, value);
  }

  @Override
  public Span setTag(String key, @Nullable Number value) {
    return set(key, value);
  }

  @Override
  public <T> Span setTag(Tag<T> tag, T value) {
    return set(tag.getKey(), value);
  }

  private synchronized Span logged(Object what) {
    if (isFinished) {
      tracer.violated("log after the end", what + " of " + this);
    }
    return this;
  }

  @Override
  public Span log(Map<String, ?> fields) {
    return logged(fields);
  }

  @Override
  public Span log(long micros, Map<String, ?> fields) {
    return logged(fields);
  }

  @Override
  public Span log(String event) {
    return logged(event);
  }

  @Override
  public Span log(long micros, String event) {
    return logged(event);
  }

  @Override
  public Span setBaggageItem(String key, @Nullable String value) {
    return this;
  }

  @Override
  public @Nullable String getBaggageItem(String key) {
    return null;
  }

  @Override
  public synchronized Span setOperationName(String operationName) {
    if (isFinished) {
      tracer.violated("name after the end", this);
    }
    name = operationName;
    return this;
  }

  @Override
  public void finish() {
    finish(nowMicros());
  }

  @Override
  public void finish(long finishMicros) {
    SpanEnd end;
    synchronized (this) {
      if (isFinished) {
        tracer.violated("finished twice", this);
        return;
      }
      isFinished = true;
      end = new SpanEnd(name, context.role(), context.n(), parent, status(), isError());
    }
    if (finishMicros < startMicros) {
      tracer.violated("negative duration", this);
    }
    tracer.finished(this, end);
  }

  private int status() {
    return tags.get("http.status_code") instanceof Number status ? status.intValue() : 0;
  }

  private boolean isError() {
    return tags.containsKey("error") && !Boolean.FALSE.equals(tags.get("error"));
  }

  @Override
  public synchronized String toString() {
    return name + ' ' + tags + " in " + parent;
  }
}
