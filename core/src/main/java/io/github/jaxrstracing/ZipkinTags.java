// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.lang.reflect.Method;

/** The names that Zipkin knows, written on nothing but the public {@link HttpTags}. */
final class ZipkinTags implements HttpTags {
  @Override
  public void onRequest(HttpRequest request, TagSink tags) {
    tags.tag("http.method", request.method());
    tags.tag("http.path", request.path());
    tags.tag("http.route", request.route());
    Class<?> resourceClass = request.resourceClass();
    Method resourceMethod = request.resourceMethod();
    if (resourceClass != null && resourceMethod != null) {
      tags.tag("jaxrs.resource.class", resourceClass.getSimpleName());
      tags.tag("jaxrs.resource.method", resourceMethod.getName());
    }
  }

  @Override
  public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
    if (response.status() > 0 && (response.status() < 200 || response.status() > 299)) {
      tags.tag("http.status_code", response.status());
    }
  }

  @Override
  public boolean isError(HttpRequest request, HttpResponse response) {
    return response.error() != null || response.status() >= 400;
  }

  @Override
  public String toString() {
    return "ZIPKIN";
  }
}
