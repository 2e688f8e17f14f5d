// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Scope;
import io.opentracing.Tracer;
import org.jspecify.annotations.Nullable;

/** The span of reading or writing one entity, active while it lasts; on one thread. */
public final class EntitySpan {
  private final GuardedSpan span;
  private final @Nullable Scope scope;

  private EntitySpan(GuardedSpan span, @Nullable Scope scope) {
    this.span = span;
    this.scope = scope;
  }

  /**
   * Begins the span below that of the request.
   *
   * @param settings of the request's feature
   * @param operationName {@code serialize} or {@code deserialize}
   * @param parent the span of the request, or {@code null} when it is not traced: then this is none
   * @param mediaType the media type, or {@code null} when it is not known
   * @param entityType the class of the entity
   * @return the span, to be ended
   */
  public static EntitySpan begin(
      HttpSettings settings,
      String operationName,
      @Nullable GuardedSpan parent,
      @Nullable Object mediaType,
      Class<?> entityType) {
    GuardedSpan span = new GuardedSpan(settings.guard());
    Tracer tracer = parent == null || parent.span() == null ? null : settings.tracer().get();
    if (parent == null || tracer == null) {
      return new EntitySpan(span, null);
    }
    span.openChild(tracer, operationName, parent);
    span.tag("media.type", mediaType == null ? null : mediaType.toString());
    span.tag("entity.type", entityType.getName());
    span.start();
    return new EntitySpan(span, span.activate(tracer));
  }

  /**
   * Notes that the entity could not be read or written.
   *
   * @param error why
   */
  public void fail(Throwable error) {
    span.fail(error);
  }

  /** Ends the span, on the thread where it began. */
  public void end() {
    span.close(scope);
    span.finish();
  }
}
