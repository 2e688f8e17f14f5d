// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.opentracing.Scope;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The spans of reading and writing entities, {@code deserialize} and {@code serialize}. */
public final class EntitySpan {
  private EntitySpan() {}

  /** Reading or writing one entity. */
  @FunctionalInterface
  public interface Work {
    /**
     * Reads or writes.
     *
     * @return what was read, or {@code null}
     * @throws IOException when that fails
     */
    @Nullable Object run() throws IOException;
  }

  /**
   * Works with a span below that of the request, active while the work lasts.
   *
   * @param operationName {@code serialize} or {@code deserialize}
   * @param request the span of the request; without one the work has no span
   * @param mediaType the media type, or {@code null} when it is not known
   * @param entityType the class of the entity
   * @param work what is done
   * @return what was read, or {@code null}
   * @throws IOException the work's
   */
  public static @Nullable Object around(
      String operationName,
      @Nullable GuardedSpan request,
      @Nullable Object mediaType,
      Class<?> entityType,
      Work work)
      throws IOException {
    if (request == null || request.span() == null) {
      return work.run();
    }
    GuardedTracer tracer = request.tracer();
    WorkSpan span = new WorkSpan(tracer, operationName, request.context(), request.detail());
    span.tag("media.type", mediaType == null ? null : mediaType.toString());
    span.tag("entity.type", entityType.getName());
    Scope scope = span.begin();
    Throwable thrown = null;
    try {
      return work.run();
    } catch (IOException | RuntimeException | Error e) {
      thrown = e;
      throw e;
    } finally {
      tracer.close(scope);
      span.end(thrown);
    }
  }
}
