// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import io.opentracing.tag.Tags;

/** The names of the OpenTracing specification's semantic conventions. */
final class OpenTracingTags implements HttpTags {
  @Override
  public void onRequest(HttpRequest request, TagSink tags) {
    tags.tag(Tags.COMPONENT.getKey(), "jaxrs");
    tags.tag(Tags.HTTP_METHOD.getKey(), request.method());
    tags.tag(Tags.HTTP_URL.getKey(), request.url());
    if (Tags.SPAN_KIND_CLIENT.equals(request.spanKind())) {
      tags.tag(Tags.PEER_HOSTNAME.getKey(), request.host());
      if (request.port() > 0) {
        tags.tag(Tags.PEER_PORT.getKey(), request.port());
      }
    }
  }

  @Override
  public void onResponse(HttpRequest request, HttpResponse response, TagSink tags) {
    if (response.status() > 0) {
      tags.tag(Tags.HTTP_STATUS.getKey(), StatusCodes.boxed(response.status()));
    }
  }

  @Override
  public String toString() {
    return "OPENTRACING";
  }
}
