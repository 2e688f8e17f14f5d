// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;
import org.jspecify.annotations.Nullable;

/** The endpoints of one application, each worked out when it is first asked for. */
final class Endpoints {
  // Jersey forgets models of sub-resource classes that it has not met for a while; so must we.
  private static final int MOST_KEPT = 10_000;

  private final Map<Object, Endpoint> kept = new ConcurrentHashMap<>();
  private final boolean traceAll;
  private final RequestTags requestTags;
  private final TracedAnnotations annotations;
  private volatile @Nullable Traced onApplication;

  Endpoints(boolean traceAll, RequestTags requestTags, TracedAnnotations annotations) {
    this.traceAll = traceAll;
    this.requestTags = requestTags;
    this.annotations = annotations;
  }

  void application(Class<?> applicationClass) {
    onApplication = annotations.ofClass(applicationClass);
  }

  /**
   * Whether a request that matched no method is traced. A locator that was on its way, and then
   * failed or led nowhere, decides as for what it leads to.
   */
  boolean tracesUnmatched(ExtendedUriInfo uriInfo) {
    for (ResourceMethod locator : uriInfo.getMatchedResourceLocators()) {
      Traced annotation = annotation(locator);
      if (annotation != null) {
        return annotation.value();
      }
    }
    return traceAll;
  }

  /**
   * Checks the annotation of a method.
   *
   * @throws IllegalArgumentException when it names an unknown request tag
   */
  void check(ResourceMethod method) {
    Traced annotation = method.isExtended() ? null : annotation(method);
    if (annotation != null) {
      requestTags.check(annotation, method.getInvocable().getHandlingMethod());
    }
  }

  /** The endpoint that was matched, or null when none was. */
  @Nullable Endpoint matched(ExtendedUriInfo uriInfo) {
    ResourceMethod method = uriInfo.getMatchedResourceMethod();
    if (method == null) {
      return null;
    }
    List<ResourceMethod> locators = uriInfo.getMatchedResourceLocators();
    Object key = locators.isEmpty() ? method : new Located(method, List.copyOf(locators));
    Endpoint known = kept.get(key);
    if (known != null) {
      return known;
    }
    Endpoint endpoint = create(method, locators, template(uriInfo));
    if (kept.size() < MOST_KEPT && isKeepable(method, locators)) {
      kept.put(key, endpoint);
    }
    return endpoint;
  }

  // A locator may build a new resource for every request, with handlers that hold what it is about.
  private static boolean isKeepable(ResourceMethod method, List<ResourceMethod> locators) {
    return locators.isEmpty()
        || (isOfClass(method)
            && locators.subList(0, locators.size() - 1).stream().allMatch(Endpoints::isOfClass));
  }

  private static boolean isOfClass(ResourceMethod method) {
    return method.getInvocable().getHandler().isClassBased();
  }

  private static String template(ExtendedUriInfo uriInfo) {
    List<String> templates = new ArrayList<>();
    for (UriTemplate template : uriInfo.getMatchedTemplates()) {
      templates.add(template.getTemplate());
    }
    Collections.reverse(templates);
    return Routes.of(templates);
  }

  private Endpoint create(ResourceMethod method, List<ResourceMethod> locators, String template) {
    if (method.isExtended()) {
      return new Endpoint(null, null, template, tracesGenerated(method), "", List.of());
    }
    Invocable invocable = method.getInvocable();
    Class<?> resourceClass = plain(invocable.getHandler().getHandlerClass());
    Method resourceMethod = invocable.getHandlingMethod();
    Traced annotation = nearest(method, locators);
    boolean traced =
        annotation == null
            ? traceAll || method.getNameBindings().contains(Traced.class)
            : annotation.value();
    return new Endpoint(
        resourceClass,
        resourceMethod,
        template,
        traced,
        annotation == null ? "" : annotation.operationName(),
        annotation == null ? List.of() : requestTags.known(annotation.requestTags()));
  }

  private @Nullable Traced nearest(ResourceMethod method, List<ResourceMethod> locators) {
    Traced found = annotation(method);
    for (int i = 0; found == null && i < locators.size(); i++) {
      found = annotation(locators.get(i));
    }
    return found == null ? onApplication : found;
  }

  private @Nullable Traced annotation(ResourceMethod method) {
    Invocable invocable = method.getInvocable();
    Class<?> owner = invocable.getHandler().getHandlerClass();
    Traced found = annotations.ofMethod(owner, invocable.getHandlingMethod());
    if (found == null) {
      found = annotations.at(invocable.getDefinitionMethod());
    }
    return found == null ? annotations.ofClass(owner) : found;
  }

  // A generated OPTIONS or WADL method has no annotation of its own; that of its resource can only
  // forbid it, as name-bound providers are not bound to generated methods either.
  private boolean tracesGenerated(ResourceMethod method) {
    for (Class<?> resourceClass : method.getParent().getHandlerClasses()) {
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

  private record Located(ResourceMethod method, List<ResourceMethod> locators) {}
}
