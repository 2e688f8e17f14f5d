// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import java.lang.reflect.Method;
import java.lang.reflect.Type;
import org.jboss.resteasy.spi.metadata.FieldParameter;
import org.jboss.resteasy.spi.metadata.MethodParameter;
import org.jboss.resteasy.spi.metadata.ResourceClass;
import org.jboss.resteasy.spi.metadata.ResourceConstructor;
import org.jboss.resteasy.spi.metadata.ResourceLocator;
import org.jboss.resteasy.spi.metadata.ResourceMethod;
import org.jboss.resteasy.spi.metadata.SetterParameter;
import org.jspecify.annotations.Nullable;

/**
 * A class of resources whose locators tell the request that they are called. Nothing else tells
 * which locators led to a method: RESTEasy keeps the resources and their URIs, not their templates.
 */
record WatchedResources(ResourceClass resources) implements ResourceClass {
  @Override
  public ResourceLocator[] getResourceLocators() {
    ResourceLocator[] locators = resources.getResourceLocators();
    ResourceLocator[] watched = new ResourceLocator[locators.length];
    for (int i = 0; i < locators.length; i++) {
      watched[i] = new Watched(locators[i]);
    }
    return watched;
  }

  @Override
  public @Nullable String getPath() {
    return resources.getPath();
  }

  @Override
  public Class<?> getClazz() {
    return resources.getClazz();
  }

  @Override
  public ResourceConstructor getConstructor() {
    return resources.getConstructor();
  }

  @Override
  public FieldParameter[] getFields() {
    return resources.getFields();
  }

  @Override
  public SetterParameter[] getSetters() {
    return resources.getSetters();
  }

  @Override
  public ResourceMethod[] getResourceMethods() {
    return resources.getResourceMethods();
  }

  private record Watched(ResourceLocator locator) implements ResourceLocator {
    // RESTEasy pushes the resource and then asks for the method that it calls on it.
    @Override
    public Method getMethod() {
      RestEasyRequest traced = RestEasyRequest.current();
      if (traced != null) {
        traced.asked(locator);
      }
      return locator.getMethod();
    }

    @Override
    public ResourceClass getResourceClass() {
      return locator.getResourceClass();
    }

    @Override
    public Class<?> getReturnType() {
      return locator.getReturnType();
    }

    @Override
    public Type getGenericReturnType() {
      return locator.getGenericReturnType();
    }

    @Override
    public Method getAnnotatedMethod() {
      return locator.getAnnotatedMethod();
    }

    @Override
    public MethodParameter[] getParams() {
      return locator.getParams();
    }

    @Override
    public @Nullable String getFullpath() {
      return locator.getFullpath();
    }

    @Override
    public @Nullable String getPath() {
      return locator.getPath();
    }
  }
}
