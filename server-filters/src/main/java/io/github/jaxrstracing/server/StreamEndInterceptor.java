// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.glassfish.jersey.server.ChunkedOutput;

/**
 * Sees how the body of a response ends. Jersey calls a response with chunks or server-sent events
 * finished right after its headers, and never tells anybody why a body broke off.
 */
@Priority(Integer.MIN_VALUE)
final class StreamEndInterceptor implements WriterInterceptor {
  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    if (!(context.getProperty(RequestSpan.PROPERTY) instanceof JerseyRequest request)) {
      context.proceed();
      return;
    }
    boolean chunked = context.getEntity() instanceof ChunkedOutput;
    if (chunked) {
      request.streamBegins();
      context.setOutputStream(new Stream(context.getOutputStream(), request));
    }
    try {
      context.proceed();
    } catch (IOException | RuntimeException | Error e) {
      request.bodyFailed(e);
      throw e;
    }
  }

  /** Outermost towards the network, so that whatever closes the response closes this too. */
  private static final class Stream extends FilterOutputStream {
    private final JerseyRequest request;

    Stream(OutputStream out, JerseyRequest request) {
      super(out);
      this.request = request;
    }

    @Override
    public void write(int b) throws IOException {
      try {
        out.write(b);
      } catch (IOException | RuntimeException e) {
        request.streamEnded(e);
        throw e;
      }
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException | RuntimeException e) {
        request.streamEnded(e);
        throw e;
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException | RuntimeException e) {
        request.streamEnded(e);
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      try {
        out.close();
      } catch (IOException | RuntimeException e) {
        request.streamEnded(e);
        throw e;
      }
      request.streamEnded(null);
    }
  }
}
