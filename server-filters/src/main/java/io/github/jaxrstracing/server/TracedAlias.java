// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/**
 * Lets an annotation of somebody else count as {@link Traced}. Where both stand at the same place
 * {@code Traced} is the one that counts. Implementations are found as service loading finds them;
 * what they return is kept, so that they are not asked for every request.
 */
@FunctionalInterface
public interface TracedAlias {
  /**
   * Reads the annotation.
   *
   * @param element a class or a method
   * @return what the annotation that stands directly at this element means, or {@code null} when
   *     there is none
   */
  @Nullable Traced of(AnnotatedElement element);
}
