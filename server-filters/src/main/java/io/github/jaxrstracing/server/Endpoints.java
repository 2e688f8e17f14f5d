// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.github.jaxrstracing.span.Guard;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The endpoints of one application, each worked out when it is first asked for. */
final class Endpoints {
  // Programmatic resources may have a template of their own for each request.
  private static final int MOST_KEPT = 10_000;

  private final Map<Object, Endpoint> kept = new ConcurrentHashMap<>();
  private final boolean traceAll;
  private final RequestTags requestTags;
  private final TracedAnnotations annotations;
  private volatile @Nullable Traced onApplication;
  private volatile boolean isDeployed;

  Endpoints(boolean traceAll, RequestTags requestTags, TracedAnnotations annotations) {
    this.traceAll = traceAll;
    this.requestTags = requestTags;
    this.annotations = annotations;
  }

  /** Learns whose resources these are, before they are looked at. */
  void deploying(Class<?> applicationClass) {
    onApplication = annotations.ofClass(applicationClass);
  }

  /**
   * Whether a request for this method may be traced. When in doubt it may: a locator may lead to
   * what is not deployed as a root resource, and a resource that was programmed may be bound by
   * name.
   */
  boolean mayTrace(Class<?> resourceClass, Method method) {
    Traced annotation = annotation(MatchedMethod.locator(resourceClass, method, method));
    if (annotation != null) {
      return annotation.value();
    }
    return traceAll || onApplication != null || isDeployed || !hasPath(resourceClass);
  }

  private static boolean hasPath(@Nullable Class<?> type) {
    return type != null
        && (type.isAnnotationPresent(Path.class)
            || hasPath(type.getSuperclass())
            || Arrays.stream(type.getInterfaces()).anyMatch(Endpoints::hasPath));
  }

  /**
   * Learns what was deployed and checks its annotations: a wrong name stops the application now,
   * not a request later.
   *
   * @throws IllegalArgumentException when an annotation names an unknown request tag
   */
  void deployed(Class<?> applicationClass, List<MatchedMethod> methods, Guard guard) {
    deploying(applicationClass);
    isDeployed = true;
    check(methods);
    boolean tracesSomething = traceAll || onApplication != null;
    for (MatchedMethod method : methods) {
      // What a locator leads to is not known yet.
      boolean isLocator = method.template().isEmpty();
      tracesSomething |= isLocator || method.nameBound() || annotation(method) != null;
    }
    if (!tracesSomething && !methods.isEmpty()) {
      guard.warn(
          "TracingFeature traces nothing: no resource of "
              + applicationClass.getName()
              + " is @Traced, and traceAll is off.");
    }
  }

  /** Checks the names in annotations. */
  void check(List<MatchedMethod> methods) {
    for (MatchedMethod method : methods) {
      Traced annotation = annotation(method);
      if (annotation != null && method.method() != null) {
        requestTags.check(annotation, method.method());
      }
    }
  }

  /**
   * Whether a request that matched no method is traced. A locator that was on its way, and then
   * failed or led nowhere, decides as for what it leads to.
   */
  boolean tracesUnmatched(List<MatchedMethod> locators) {
    for (int i = 0; i < locators.size(); i++) {
      Traced annotation = annotation(locators.get(i));
      if (annotation != null) {
        return annotation.value();
      }
    }
    return traceAll;
  }

  /** The endpoint with this key; {@code description} is called where it is not known. */
  <S> Endpoint of(Object key, S source, Function<? super S, MatchedMethod> description) {
    Endpoint known = kept.get(key);
    if (known != null) {
      return known;
    }
    Endpoint endpoint = create(description.apply(source));
    if (kept.size() < MOST_KEPT) {
      kept.put(key, endpoint);
    }
    return endpoint;
  }

  int kept() {
    return kept.size();
  }

  private Endpoint create(MatchedMethod matched) {
    String template = matched.template().isEmpty() ? null : Routes.of(matched.template());
    Class<?> resourceClass = matched.resourceClass();
    if (resourceClass == null) {
      boolean traced = tracesGenerated(matched.generatedFor());
      return new Endpoint(null, null, template, traced, "", List.of());
    }
    Traced annotation = nearest(matched);
    return new Endpoint(
        plain(resourceClass),
        matched.method(),
        template,
        annotation == null ? traceAll || matched.nameBound() : annotation.value(),
        annotation == null ? "" : annotation.operationName(),
        annotation == null ? List.of() : requestTags.known(annotation.requestTags()));
  }

  private @Nullable Traced nearest(MatchedMethod matched) {
    Traced found = annotation(matched);
    for (int i = 0; found == null && i < matched.locators().size(); i++) {
      found = annotation(matched.locators().get(i));
    }
    return found == null ? onApplication : found;
  }

  private @Nullable Traced annotation(MatchedMethod matched) {
    if (matched.resourceClass() == null || matched.method() == null) {
      return null;
    }
    Traced found = annotations.ofMethod(matched.resourceClass(), matched.method());
    if (found == null && matched.declared() != null) {
      found = annotations.at(matched.declared());
    }
    return found == null ? annotations.ofClass(matched.resourceClass()) : found;
  }

  // A generated OPTIONS or WADL method has no annotation of its own; that of its resource can only
  // forbid it, as name-bound providers are not bound to generated methods either.
  private boolean tracesGenerated(List<Class<?>> resourceClasses) {
    for (Class<?> resourceClass : resourceClasses) {
      Traced annotation = annotations.ofClass(resourceClass);
      if (annotation != null && !annotation.value()) {
        return false;
      }
    }
    return traceAll && (onApplication == null || onApplication.value());
  }

  // A proxy of a CDI container is a generated subclass.
  private static Class<?> plain(Class<?> resourceClass) {
    Class<?> plain = resourceClass;
    while (plain.isSynthetic() && plain.getSuperclass() != Object.class) {
      plain = plain.getSuperclass();
    }
    return plain;
  }
}
