// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.MatchedMethod;
import io.github.jaxrstracing.server.Traced;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.Invocable;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.uri.UriTemplate;

/** Describes Jersey's resource methods. */
final class JerseyMethods {
  private JerseyMethods() {}

  /**
   * What stands for the matched method and the way to it. A locator may build a new model of its
   * resource for every request, so that models are no keys; classes, methods and templates are.
   */
  static Object key(ResourceMethod method, ExtendedUriInfo uri) {
    List<ResourceMethod> locators = uri.getMatchedResourceLocators();
    if (locators.isEmpty()) {
      return method;
    }
    List<Object> key = new ArrayList<>(2 * locators.size() + 4);
    add(key, method);
    for (ResourceMethod locator : locators) {
      add(key, locator);
    }
    key.addAll(template(uri));
    return key;
  }

  private static void add(List<Object> key, ResourceMethod method) {
    Invocable invocable = method.getInvocable();
    key.add(invocable.getHandler().getHandlerClass());
    key.add(invocable.getHandlingMethod());
  }

  /** The method that a request was matched to. */
  static MatchedMethod matched(ExtendedUriInfo uri) {
    ResourceMethod method = uri.getMatchedResourceMethod();
    List<String> template = template(uri);
    if (method.isExtended()) {
      return new MatchedMethod(
          null,
          null,
          null,
          template,
          List.of(),
          false,
          List.copyOf(method.getParent().getHandlerClasses()));
    }
    Invocable invocable = method.getInvocable();
    return new MatchedMethod(
        invocable.getHandler().getHandlerClass(),
        invocable.getHandlingMethod(),
        invocable.getDefinitionMethod(),
        template,
        locators(uri),
        method.getNameBindings().contains(Traced.class),
        List.of());
  }

  /** A method of the model, before any request; its template is not looked at. */
  static MatchedMethod deployed(ResourceMethod method) {
    Invocable invocable = method.getInvocable();
    return new MatchedMethod(
        invocable.getHandler().getHandlerClass(),
        invocable.getHandlingMethod(),
        invocable.getDefinitionMethod(),
        List.of("/"),
        List.of(),
        method.getNameBindings().contains(Traced.class),
        List.of());
  }

  static MatchedMethod locator(ResourceMethod locator) {
    Invocable invocable = locator.getInvocable();
    Method handling = invocable.getHandlingMethod();
    return MatchedMethod.locator(
        invocable.getHandler().getHandlerClass(), handling, invocable.getDefinitionMethod());
  }

  /** The locators on the way, innermost first. */
  static List<MatchedMethod> locators(ExtendedUriInfo uri) {
    return uri.getMatchedResourceLocators().stream().map(JerseyMethods::locator).toList();
  }

  private static List<String> template(ExtendedUriInfo uri) {
    List<String> templates = new ArrayList<>();
    for (UriTemplate template : uri.getMatchedTemplates()) {
      templates.add(template.getTemplate());
    }
    Collections.reverse(templates);
    return templates;
  }
}
