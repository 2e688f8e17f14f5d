// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.Scope;
import io.opentracing.Tracer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The spans of reading and writing entities, {@code deserialize} and {@code serialize}.
 *
 * @param settings of the feature that traces the requests
 */
public record EntitySpan(HttpSettings settings) {
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
   * @param request the span of the request; for anything else the work has no span
   * @param mediaType the media type, or {@code null} when it is not known
   * @param entityType the class of the entity
   * @param work what is done
   * @return what was read, or {@code null}
   * @throws IOException the work's
   */
  public @Nullable Object around(
      String operationName,
      @Nullable Object request,
      @Nullable Object mediaType,
      Class<?> entityType,
      Work work)
      throws IOException {
    Tracer tracer = settings.tracer().get();
    if (tracer == null || !(request instanceof HttpSpan parent) || parent.span() == null) {
      return work.run();
    }
    GuardedSpan span = new GuardedSpan(settings.guard());
    span.openChild(tracer, operationName, parent);
    span.tag("media.type", mediaType == null ? null : mediaType.toString());
    span.tag("entity.type", entityType.getName());
    span.start();
    Scope scope = span.activate(tracer);
    try {
      return work.run();
    } catch (IOException | RuntimeException | Error e) {
      span.fail(e);
      throw e;
    } finally {
      span.close(scope);
      span.finish();
    }
  }
}
