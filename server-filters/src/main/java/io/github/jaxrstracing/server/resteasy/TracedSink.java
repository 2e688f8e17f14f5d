// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletionStage;

/** A sink of server-sent events that tells when they end; RESTEasy itself tells nobody. */
record TracedSink(SseEventSink sink, RestEasyRequest request) implements SseEventSink {
  @Override
  public boolean isClosed() {
    boolean isClosed = sink.isClosed();
    if (isClosed) {
      request.streamEnded(null);
    }
    return isClosed;
  }

  // The response filters run with the first event.
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // what depends on it is told, not asked
  public CompletionStage<?> send(OutboundSseEvent event) {
    request.openResponse();
    try {
      CompletionStage<?> sent = sink.send(event);
      sent.whenComplete((ignored, failure) -> failed(failure));
      return sent;
    } catch (RuntimeException | Error e) {
      failed(e);
      throw e;
    } finally {
      request.closeResponse();
    }
  }

  // A single event may fail, and the others go on.
  private void failed(Throwable failure) {
    if (failure != null && sink.isClosed()) {
      request.streamEnded(failure);
    }
  }

  @Override
  public void close() {
    request.openResponse();
    try {
      // Declared to throw an IOException since Jakarta REST 4.0 only.
      ((AutoCloseable) sink).close();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("The sink could not be closed.", e);
    } finally {
      request.closeResponse();
      request.streamEnded(null);
    }
  }
}
