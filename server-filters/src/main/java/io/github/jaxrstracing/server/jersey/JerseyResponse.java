// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.FilterPair;
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
  private final FilterPair pair;
  private final RequestTrace trace;

  JerseyResponse(
      ContainerResponseWriter writer,
      ContainerRequest request,
      FilterPair pair,
      RequestTrace trace) {
    this.writer = writer;
    this.request = request;
    this.pair = pair;
    this.trace = trace;
  }

  @Override
  public @Nullable OutputStream writeResponseStatusAndHeaders(
      long contentLength, ContainerResponse response) {
    boolean isStream = response.isChunked();
    tell(
        () -> {
          trace.writing(response);
          if (isStream) {
            trace.streaming();
            ChunkFailures.tell(request, trace);
          }
        });
    OutputStream out = writer.writeResponseStatusAndHeaders(contentLength, response);
    return isStream && out != null ? new JerseyStream(out, trace) : out;
  }

  @Override
  public void commit() {
    tell(trace::sending);
    try {
      writer.commit();
    } finally {
      tell(() -> trace.streamEnded(null));
    }
  }

  @Override
  public void failure(Throwable error) {
    try {
      writer.failure(error);
    } finally {
      tell(() -> trace.streamEnded(JerseyRequest.unwrapped(error)));
    }
  }

  private void tell(Runnable what) {
    try {
      what.run();
    } catch (Throwable t) {
      pair.guard().caught("Tracing a response", t);
    }
  }

  @Override
  public boolean suspend(long timeOut, TimeUnit timeUnit, TimeoutHandler timeoutHandler) {
    return writer.suspend(timeOut, timeUnit, timeoutHandler);
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
