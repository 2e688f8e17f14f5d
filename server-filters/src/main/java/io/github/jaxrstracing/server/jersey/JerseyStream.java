// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.jersey;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** The stream of chunks or events to the network: tells when the client has gone. */
final class JerseyStream extends FilterOutputStream {
  private final JerseyResponse response;

  JerseyStream(OutputStream out, JerseyResponse response) {
    super(out);
    this.response = response;
  }

  @Override
  public void write(int b) throws IOException {
    try {
      out.write(b);
    } catch (IOException | RuntimeException e) {
      response.broke(e);
      throw e;
    }
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    try {
      out.write(bytes, from, length);
    } catch (IOException | RuntimeException e) {
      response.broke(e);
      throw e;
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
      response.flushed();
    } catch (IOException | RuntimeException e) {
      response.broke(e);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException | RuntimeException e) {
      response.broke(e);
      throw e;
    }
  }
}
