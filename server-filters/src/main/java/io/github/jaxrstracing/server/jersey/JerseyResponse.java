// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.RequestTrace;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Sees what is really sent, and when. Jersey's events tell neither which of two threads that answer
 * one request is the one whose response the client gets, nor when a stream ends: FINISHED comes
 * right after its headers.
 */
final class JerseyResponse implements ContainerResponseWriter {
  private final ContainerResponseWriter writer;
  private final ContainerRequest request;
  private final JerseyApplication application;
  private final RequestTrace trace;

  // Once the container answers on its own, Jersey writes for nobody. Written by whoever answers.
  private volatile boolean answeredByContainer;

  JerseyResponse(ContainerRequest request, JerseyApplication application, RequestTrace trace) {
    this.writer = request.getResponseWriter();
    this.request = request;
    this.application = application;
    this.trace = trace;
  }

  @Override
  public @Nullable OutputStream writeResponseStatusAndHeaders(
      long contentLength, ContainerResponse response) {
    boolean isStream = response.isChunked();
    try {
      if (!answeredByContainer) {
        trace.writing(response);
      }
      if (isStream) {
        trace.streaming();
        ChunkFailures.watch(request, trace);
      }
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a response", t);
    }
    OutputStream out = writer.writeResponseStatusAndHeaders(contentLength, response);
    return isStream && out != null ? new JerseyStream(out, trace) : out;
  }

  @Override
  public void commit() {
    try {
      trace.sending();
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a response", t);
    }
    try {
      writer.commit();
    } finally {
      over(null);
    }
  }

  @Override
  public void failure(Throwable error) {
    try {
      if (!answeredByContainer) {
        answeredByContainer = true;
        trace.answeredByContainer(500);
      }
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a response", t);
    }
    try {
      writer.failure(error);
    } finally {
      over(JerseyRequest.unwrapped(error));
    }
  }

  private void over(@Nullable Throwable thrown) {
    try {
      application.suspended().remove(trace);
      trace.streamEnded(thrown);
    } catch (Throwable t) {
      application.pair().guard().caught("Tracing a response", t);
    }
  }

  @Override
  public boolean suspend(long timeOut, TimeUnit timeUnit, TimeoutHandler timeoutHandler) {
    application.suspended().add(trace);
    boolean isSuspended = writer.suspend(timeOut, timeUnit, timeoutHandler);
    if (trace.isEnded()) {
      // A stream that was closed before its container knew that it goes on.
      application.suspended().remove(trace);
    }
    return isSuspended;
  }

  @Override
  public void setSuspendTimeout(long timeOut, TimeUnit timeUnit) {
    writer.setSuspendTimeout(timeOut, timeUnit);
  }

  @Override
  public boolean enableResponseBuffering() {
    return writer.enableResponseBuffering();
  }
}
