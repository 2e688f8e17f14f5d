// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.cdi;

import io.github.jaxrstracing.HttpRequest;
import io.github.jaxrstracing.OperationName;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * MicroProfile's {@code http-path}: method, path of the class, path of the method, each as it is
 * written. A sub-resource has no path of its own, so that it is named by its route.
 */
final class HttpPathName implements OperationName {
  private final Map<Key, String> kept = new ConcurrentHashMap<>();

  @Override
  public @Nullable String of(HttpRequest request) {
    Class<?> resourceClass = request.resourceClass();
    Method resourceMethod = request.resourceMethod();
    if (resourceClass == null || resourceMethod == null) {
      return null;
    }
    String path = kept.computeIfAbsent(new Key(resourceClass, resourceMethod), HttpPathName::path);
    return request.method() + ':' + (path.isEmpty() ? request.route() : path);
  }

  private static String path(Key key) {
    String ofClass = ResourceMethods.path(key.resourceClass);
    if (ofClass == null) {
      return "";
    }
    String path = '/' + ofClass + '/' + ResourceMethods.path(key.resourceClass, key.resourceMethod);
    String single = path.replaceAll("/+", "/");
    return single.length() > 1 && single.endsWith("/")
        ? single.substring(0, single.length() - 1)
        : single;
  }

  private record Key(Class<?> resourceClass, Method resourceMethod) {}
}
