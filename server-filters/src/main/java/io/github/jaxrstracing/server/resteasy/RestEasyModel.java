// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.FilterPair;
import io.github.jaxrstracing.server.MatchedMethod;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.spi.metadata.ResourceClass;
import org.jboss.resteasy.spi.metadata.ResourceClassProcessor;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jboss.resteasy.spi.metadata.ResourceMethod;

/**
 * What RESTEasy knows of an application's resources. It shows them to nobody but a processor: those
 * of the application when it is deployed, those that locators lead to when they are first met.
 */
final class RestEasyModel implements ResourceClassProcessor {
  private final FilterPair pair;
  private final Class<?> application;
  private final Map<Key, ResourceLocator> methods = new ConcurrentHashMap<>();
  private volatile boolean isReady;

  RestEasyModel(FilterPair pair, Class<?> application) {
    this.pair = pair;
    this.application = application;
  }

  @Override
  public ResourceClass process(ResourceClass resources) {
    List<MatchedMethod> described = new ArrayList<>();
    for (ResourceMethod method : resources.getResourceMethods()) {
      described.add(add(method));
    }
    for (ResourceLocator locator : resources.getResourceLocators()) {
      described.add(add(locator));
    }
    if (!isReady) {
      pair.check(described);
    }
    return resources.getResourceLocators().length == 0
        ? resources
        : new WatchedResources(resources);
  }

  private MatchedMethod add(ResourceLocator method) {
    methods.put(Key.of(method), method);
    return deployed(method);
  }

  /** Is called for every request: RESTEasy does not tell when an application is deployed. */
  void ready() {
    if (isReady) {
      return;
    }
    isReady = true;
    pair.deployed(application, methods.values().stream().map(RestEasyModel::deployed).toList());
  }

  private static MatchedMethod deployed(ResourceLocator method) {
    Class<?> type = method.getResourceClass().getClazz();
    // What implements an interface may have annotations of its own, as what locators lead to.
    return method instanceof ResourceMethod && !type.isInterface()
        ? described(type, method, List.of("/"), List.of())
        : MatchedMethod.locator(type, method.getMethod(), method.getAnnotatedMethod());
  }

  /** The method of this invoker, with the locators that led there, outermost first. */
  MatchedMethod matched(
      ResourceMethodInvoker invoker, List<ResourceLocator> locators, List<Object> resources) {
    Class<?> type = resources.get(0).getClass();
    ResourceLocator method = methods.get(new Key(invoker.getResourceClass(), invoker.getMethod()));
    if (method == null) {
      // Registered by hand.
      return new MatchedMethod(
          type, invoker.getMethod(), invoker.getMethod(), List.of(), List.of(), false, List.of());
    }
    boolean isWhole = resources.size() == locators.size() + 1;
    return described(
        type,
        method,
        isWhole ? template(locators, method) : List.of(),
        isWhole ? passed(locators, resources.subList(1, resources.size())) : List.of());
  }

  private static MatchedMethod described(
      Class<?> type, ResourceLocator method, List<String> template, List<MatchedMethod> locators) {
    return new MatchedMethod(
        type,
        method.getMethod(),
        method.getAnnotatedMethod(),
        template,
        locators,
        false,
        List.of());
  }

  private static List<String> template(List<ResourceLocator> locators, ResourceLocator method) {
    List<String> template = new ArrayList<>();
    for (ResourceLocator locator : locators) {
      add(template, locator);
    }
    add(template, method);
    return template.isEmpty() ? List.of("/") : template;
  }

  private static void add(List<String> template, ResourceLocator method) {
    if (method.getFullpath() != null) {
      template.add(method.getFullpath());
    }
  }

  /**
   * The locators that were passed, innermost first.
   *
   * @param locators outermost first
   * @param resources what they were called on, innermost first
   */
  List<MatchedMethod> passed(List<ResourceLocator> locators, List<Object> resources) {
    if (locators.size() != resources.size()) {
      return List.of();
    }
    List<MatchedMethod> passed = new ArrayList<>();
    for (int i = locators.size() - 1; i >= 0; i--) {
      Object resource = resources.get(resources.size() - 1 - i);
      ResourceLocator locator = locators.get(i);
      passed.add(
          MatchedMethod.locator(
              resource.getClass(), locator.getMethod(), locator.getAnnotatedMethod()));
    }
    return passed;
  }

  private record Key(Class<?> type, Method method) {
    static Key of(ResourceLocator method) {
      return new Key(method.getResourceClass().getClazz(), method.getMethod());
    }
  }
}
