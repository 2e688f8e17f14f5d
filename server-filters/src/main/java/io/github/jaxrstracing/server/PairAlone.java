// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the pair of filters can know where no hooks tell it: when a request arrives, which method it
 * was matched to, and when its response is over. Of a method that may answer on another thread it
 * knows too little: the span is not active there, and ends with its response filters or its body.
 */
@PreMatching
@Priority(Integer.MIN_VALUE)
final class PairAlone implements ContainerRequestFilter {
  private static final @Nullable Method MATCHED_TEMPLATE = matchedTemplate();

  private final FilterPair pair;
  private final boolean seesBodies;

  /** Tells what filters know; {@code seesBodies} where an interceptor ends requests with bodies. */
  PairAlone(FilterPair pair, boolean seesBodies) {
    this.pair = pair;
    this.seesBodies = seesBodies;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    RequestTrace unused = pair.arrived(request);
  }

  /** Tells a request that was matched what it was matched to. */
  void match(RequestTrace trace, ContainerRequestContext request, ResourceInfo resource) {
    Class<?> resourceClass = resource.getResourceClass();
    Method method = resource.getResourceMethod();
    if (resourceClass == null || method == null) {
      return;
    }
    UriInfo uri = request.getUriInfo();
    if (uri.getMatchedResources().size() == 1) {
      trace.matched(method, resourceClass, type -> matched(type, method, template(type, method)));
    } else {
      // The locators on the way are not known.
      List<String> whole = wholeTemplate(uri);
      trace.matched(List.of(method, whole), resourceClass, type -> matched(type, method, whole));
    }
  }

  private static MatchedMethod matched(
      Class<?> resourceClass, Method method, List<String> template) {
    return new MatchedMethod(resourceClass, method, method, template, List.of(), false, List.of());
  }

  /** Whether the method answers on the request's thread, where its scope can be closed. */
  boolean answersHere(ResourceInfo resource) {
    Method method = resource.getResourceMethod();
    if (method == null || CompletionStage.class.isAssignableFrom(method.getReturnType())) {
      return false;
    }
    for (Class<?> parameter : method.getParameterTypes()) {
      if (parameter == AsyncResponse.class || parameter == SseEventSink.class) {
        return false;
      }
    }
    // Other annotations than ours may send the method to another thread.
    return true;
  }

  /** Ends a request whose response has no body that an interceptor sees. */
  void answered(RequestTrace trace, ContainerResponseContext response) {
    trace.writing(response);
    trace.close(Bracket.FILTERS);
    if (!seesBodies || !response.hasEntity() || trace.received().method().equals("HEAD")) {
      trace.ended(response.getStatus(), true);
    }
  }

  private static List<String> template(Class<?> resourceClass, Method method) {
    List<String> template = new ArrayList<>();
    addPath(template, resourceClass.getAnnotation(Path.class));
    addPath(template, method.getAnnotation(Path.class));
    return template.isEmpty() ? List.of("/") : template;
  }

  // Empty before Jakarta REST 4.0, where nobody tells the template of a locator.
  private static List<String> wholeTemplate(UriInfo uri) {
    try {
      return MATCHED_TEMPLATE == null ? List.of() : List.of((String) MATCHED_TEMPLATE.invoke(uri));
    } catch (ReflectiveOperationException notSupported) {
      return List.of();
    }
  }

  private static void addPath(List<String> template, @Nullable Path path) {
    if (path != null) {
      template.add(path.value());
    }
  }

  private static @Nullable Method matchedTemplate() {
    try {
      return UriInfo.class.getMethod("getMatchedResourceTemplate");
    } catch (NoSuchMethodException before40) {
      return null;
    }
  }
}
