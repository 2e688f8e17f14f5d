// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import io.github.jaxrstracing.server.Bracket;
import io.github.jaxrstracing.server.RequestTrace;
import java.io.OutputStream;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.spi.ContainerResponseWriter;
import org.jspecify.annotations.Nullable;

/**
 * Sees what is really sent, and when. Jersey's events tell neither which of two threads that answer
 * one request is the one whose response the client gets, nor when a stream ends: FINISHED comes
 * right after its headers. A part of {@link JerseyRequest}, and no object of its own.
 */
abstract class JerseyResponse implements ContainerResponseWriter {
  // Both written on the request's thread, before the request is handed to others.
  @Nullable RequestTrace trace;
  private @Nullable ContainerResponseWriter writer;

  // Written by the thread that suspends, before others may answer; most requests never are.
  private volatile boolean isSuspended;

  // A stream of which something has been sent: the container cannot answer any more. It is asked
  // only where this is not known, since threads that write chunks have no request to ask by.
  private volatile boolean isFlushed;

  abstract JerseyApplication application();

  /** Takes the place of the writer of this request, if it is traced. */
  final void watch(ContainerRequest request) {
    if (writer == null && trace().isTraced()) {
      writer = request.getResponseWriter();
      request.setWriter(this);
    }
  }

  private RequestTrace trace() {
    return Objects.requireNonNull(trace);
  }

  private ContainerResponseWriter writer() {
    return Objects.requireNonNull(writer);
  }

  @Override
  public final @Nullable OutputStream writeResponseStatusAndHeaders(
      long contentLength, ContainerResponse response) {
    boolean isStream = response.isChunked();
    try {
      trace().writing(response);
      if (isStream) {
        trace().streaming();
        ChunkFailures.watch(response.getRequestContext(), trace());
      }
    } catch (Throwable t) {
      application().pair().guard().caught("Tracing a response", t);
    }
    OutputStream out = writer().writeResponseStatusAndHeaders(contentLength, response);
    return isStream && out != null ? new JerseyStream(out, this) : out;
  }

  @Override
  public final void commit() {
    askWhatWasSent();
    try {
      writer().commit();
    } finally {
      over(null);
    }
  }

  @Override
  public final void failure(Throwable error) {
    try {
      if (!isFlushed) {
        trace().answeredByContainer(500);
      }
    } catch (Throwable t) {
      application().pair().guard().caught("Tracing a response", t);
    }
    try {
      writer().failure(error);
    } finally {
      askWhatWasSent(); // the other response may have been faster
      over(JerseyRequest.unwrapped(error));
    }
  }

  final void flushed() {
    isFlushed = true;
  }

  final void broke(Exception thrown) {
    trace().streamEnded(thrown);
  }

  private void askWhatWasSent() {
    try {
      trace().sending();
    } catch (Throwable t) {
      application().pair().guard().caught("Tracing a response", t);
    }
  }

  private void over(@Nullable Throwable thrown) {
    try {
      if (isSuspended) {
        application().suspended().remove(trace);
      }
      trace().streamEnded(thrown);
    } catch (Throwable t) {
      application().pair().guard().caught("Tracing a response", t);
    }
  }

  // This thread leaves the request, unless it has done so before.
  @Override
  public final boolean suspend(
      long timeOut, TimeUnit timeUnit, @Nullable TimeoutHandler timeoutHandler) {
    trace().leave(Bracket.FILTERS);
    isSuspended = true;
    application().suspended().add(trace());
    boolean isAccepted = writer().suspend(timeOut, timeUnit, timeoutHandler);
    if (trace().isEnded()) {
      // A stream that was closed before its container knew that it goes on.
      application().suspended().remove(trace);
    }
    return isAccepted;
  }

  @Override
  public final void setSuspendTimeout(long timeOut, TimeUnit timeUnit) {
    writer().setSuspendTimeout(timeOut, timeUnit);
  }

  @Override
  public final boolean enableResponseBuffering() {
    return writer().enableResponseBuffering();
  }
}
