// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracedAlias;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import org.jspecify.annotations.Nullable;

/** Lets MicroProfile's {@code @Traced} count as ours, where its API is on the class path. */
public final class MicroProfileTraced implements TracedAlias {
  private final boolean present = isPresent();

  /** Called by service loading. */
  public MicroProfileTraced() {}

  /** Whether the API of MicroProfile OpenTracing is on the class path. */
  static boolean isPresent() {
    try {
      return org.eclipse.microprofile.opentracing.Traced.class.isAnnotation();
    } catch (NoClassDefFoundError absent) {
      return false;
    }
  }

  /** Whether this is what an annotation of MicroProfile means. */
  static boolean isSource(Traced annotation) {
    return annotation instanceof Value;
  }

  @Override
  public @Nullable Traced of(AnnotatedElement element) {
    return present ? Reader.read(element) : null;
  }

  /** A class of its own, since the API is optional. */
  private static final class Reader {
    static @Nullable Traced read(AnnotatedElement element) {
      var annotation =
          element.getDeclaredAnnotation(org.eclipse.microprofile.opentracing.Traced.class);
      return annotation == null ? null : new Value(annotation.value(), annotation.operationName());
    }
  }

  private record Value(boolean value, String operationName) implements Traced {
    @Override
    public String[] requestTags() {
      return new String[0];
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return Traced.class;
    }
  }
}
