// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import io.opentracing.Scope;
import io.opentracing.ScopeManager;
import io.opentracing.Span;
import io.opentracing.SpanContext;
import io.opentracing.Tracer;
import io.opentracing.mock.MockSpan;
import io.opentracing.mock.MockTracer;
import io.opentracing.propagation.Format;
import io.opentracing.tag.Tag;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A {@link MockTracer} that also counts what was started and what is still active. */
public final class CountingTracer implements Tracer {
  private final MockTracer mock = new MockTracer();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger closedElsewhere = new AtomicInteger();

  public int started() {
    return started.get();
  }

  /** The scopes that were opened, on whichever thread, and not closed. */
  public int open() {
    return open.get();
  }

  /** The scopes that were closed on another thread than the one that opened them. */
  public int closedElsewhere() {
    return closedElsewhere.get();
  }

  public List<MockSpan> finished() {
    return mock.finishedSpans();
  }

  @Override
  public ScopeManager scopeManager() {
    return mock.scopeManager();
  }

  @Override
  public @Nullable Span activeSpan() {
    return mock.activeSpan();
  }

  @Override
  public Scope activateSpan(Span span) {
    Scope scope = mock.activateSpan(span);
    Thread opener = Thread.currentThread();
    open.incrementAndGet();
    return () -> {
      if (Thread.currentThread() != opener) {
        closedElsewhere.incrementAndGet();
      }
      open.decrementAndGet();
      scope.close();
    };
  }

  @Override
  public SpanBuilder buildSpan(String operationName) {
    return new CountingBuilder(mock.buildSpan(operationName));
  }

  @Override
  public <C> void inject(SpanContext context, Format<C> format, C carrier) {
    mock.inject(context, format, carrier);
  }

  @Override
  public <C> SpanContext extract(Format<C> format, C carrier) {
    return mock.extract(format, carrier);
  }

  @Override
  public void close() {
    mock.close();
  }

  private final class CountingBuilder implements SpanBuilder {
    private final SpanBuilder builder;

    private CountingBuilder(SpanBuilder builder) {
      this.builder = builder;
    }

    @Override
    public Span start() {
      started.incrementAndGet();
      return builder.start();
    }

    @Override
    public SpanBuilder asChildOf(@Nullable SpanContext parent) {
      builder.asChildOf(parent);
      return this;
    }

    @Override
    public SpanBuilder asChildOf(@Nullable Span parent) {
      builder.asChildOf(parent);
      return this;
    }

    @Override
    public SpanBuilder addReference(String type, @Nullable SpanContext context) {
      builder.addReference(type, context);
      return this;
    }

    @Override
    public SpanBuilder ignoreActiveSpan() {
      builder.ignoreActiveSpan();
      return this;
    }

    @Override
    public SpanBuilder withTag(String key, String value) {
      builder.withTag(key, value);
      return this;
    }

    @Override
    public SpanBuilder withTag(String key, boolean value) {
      builder.withTag(key, value);
      return this;
    }

    @Override
    public SpanBuilder withTag(String key, Number value) {
      builder.withTag(key, value);
      return this;
    }

    @Override
    public <T> SpanBuilder withTag(Tag<T> tag, T value) {
      builder.withTag(tag, value);
      return this;
    }

    @Override
    public SpanBuilder withStartTimestamp(long microseconds) {
      builder.withStartTimestamp(microseconds);
      return this;
    }
  }
}
