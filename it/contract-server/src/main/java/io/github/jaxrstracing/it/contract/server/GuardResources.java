// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import io.github.jaxrstracing.server.ServerSpanDecorator;
import io.opentracing.Span;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

/** A resource that answers in every way, and a decorator that fails. */
final class GuardResources {
  private GuardResources() {}

  @Path("answering")
  public static class Answering {
    private final Executor elsewhere;

    Answering(Executor elsewhere) {
      this.elsewhere = elsewhere;
    }

    @POST
    @Path("echo")
    public String echo(String body) {
      return body;
    }

    @POST
    @Path("later")
    public void later(String body, @Suspended AsyncResponse later) {
      elsewhere.execute(() -> later.resume(body));
    }

    @POST
    @Path("stream")
    public StreamingOutput stream(String body) {
      return out -> out.write(body.getBytes(StandardCharsets.UTF_8));
    }

    @POST
    @Path("failing")
    public String failing(String body) {
      throw new IllegalStateException(body);
    }
  }

  static final class FailingDecorator implements ServerSpanDecorator {
    private final String method;

    FailingDecorator(String method) {
      this.method = method;
    }

    private void failIn(String called) {
      if (method.equals(called)) {
        throw new IllegalStateException(called);
      }
    }

    @Override
    public void onRequest(ContainerRequestContext request, Span span) {
      failIn("onRequest");
    }

    @Override
    public void onResponse(
        ContainerRequestContext request, ContainerResponseContext response, Span span) {
      failIn("onResponse");
    }

    @Override
    public void onError(ContainerRequestContext request, Throwable error, Span span) {
      failIn("onError");
    }
  }
}
