// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells while an application is deployed that an annotation of its resources has no effect: that of
 * MicroProfile where nothing reads it, and ours where no feature is registered. It registers
 * nothing.
 */
final class UnreadAnnotations implements DynamicFeature {
  private static final String MICRO_PROFILE = "org.eclipse.microprofile.opentracing.Traced";

  private final Guard guard;
  private final BooleanSupplier isTraced;
  private final TracedAnnotations read;
  private final TracedAnnotations unread;

  // Written while the application is deployed.
  private volatile boolean told;

  /**
   * Watches one application.
   *
   * @param guard takes the warning
   * @param isTraced whether a feature is registered, asked when all are
   */
  UnreadAnnotations(Guard guard, BooleanSupplier isTraced) {
    this.guard = guard;
    this.isTraced = isTraced;
    this.read = TracedAnnotations.discovered(guard);
    this.unread = TracedAnnotations.with(this::unread);
  }

  // By its name: this module does not know MicroProfile.
  private @Nullable Traced unread(AnnotatedElement element) {
    for (Annotation annotation : element.getDeclaredAnnotations()) {
      if (annotation.annotationType().getName().equals(MICRO_PROFILE)) {
        return read.at(element) == null ? Unread.ANNOTATION : null;
      }
    }
    return null;
  }

  @Override
  public void configure(ResourceInfo resource, FeatureContext context) {
    Class<?> type = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    if (told || type == null || method == null) {
      return;
    }
    boolean traced = isTraced.getAsBoolean();
    if (unread.of(type, method) == Unread.ANNOTATION) {
      tell(
          MICRO_PROFILE,
          method,
          "nothing reads it. Put jaxrs-tracing-cdi-extension on the class path"
              + (traced ? ", or use " + Traced.class.getName() + '.' : "."));
    } else if (!traced && isWanted(read.of(type, method))) {
      tell(
          Traced.class.getName(),
          method,
          "no TracingFeature is registered. Register one, or set "
              + ServerTracingProperties.ENABLED
              + "=true, or =false if this is wanted.");
    }
  }

  private static boolean isWanted(@Nullable Traced annotation) {
    return annotation != null && annotation.value();
  }

  private void tell(String annotation, Method method, String why) {
    told = true;
    guard.warn(
        '@'
            + annotation
            + " has no effect on "
            + method.getDeclaringClass().getName()
            + '.'
            + method.getName()
            + ": "
            + why);
  }

  /** What an annotation that nothing reads is taken for. */
  @Traced
  private static final class Unread {
    static final Traced ANNOTATION = Unread.class.getAnnotation(Traced.class);
  }
}
