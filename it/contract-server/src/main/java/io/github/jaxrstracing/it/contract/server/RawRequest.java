// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that can go away in the middle of an answer, without a word. */
public final class RawRequest implements AutoCloseable {
  private final Socket socket;

  private RawRequest(Socket socket) {
    this.socket = socket;
  }

  /**
   * Sends a GET request.
   *
   * @param uri where to
   * @return the request, whose answer is not read yet
   * @throws IOException when it cannot be sent
   */
  public static RawRequest get(URI uri) throws IOException {
    return new RawRequest(send(uri, ""));
  }

  private static Socket send(URI uri, String headers) throws IOException {
    Socket socket = new Socket(uri.getHost(), uri.getPort());
    socket.setSoTimeout(10_000);
    String request =
        "GET %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
            .formatted(uri.getPath(), uri.getAuthority(), headers);
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /**
   * Sends a GET request on a connection of its own and reads its answer to the end.
   *
   * @param uri where to
   * @return the status, or {@code "none"} when no answer comes within two seconds
   * @throws IOException when the request cannot be sent
   */
  public static String statusOf(URI uri) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = send(uri, "Connection: close\r\n")) {
      socket.setSoTimeout(2_000);
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException | SocketException broken) {
      // What came before counts.
    }
    String head = answer.toString(StandardCharsets.ISO_8859_1);
    return head.startsWith("HTTP/1.1 ") ? head.substring(9, 12) : "none";
  }

  /**
   * Reads as far as the first byte of the body.
   *
   * @throws IOException when there is none
   */
  public void awaitBody() throws IOException {
    InputStream in = socket.getInputStream();
    int lineFeeds = 0;
    while (lineFeeds < 2) {
      int b = in.read();
      if (b < 0) {
        throw new IOException("The answer ended within its headers.");
      }
      lineFeeds = b == '\n' ? lineFeeds + 1 : b == '\r' ? lineFeeds : 0;
    }
    if (in.read() < 0) {
      throw new IOException("The answer has no body.");
    }
  }

  /**
   * Resets the connection.
   *
   * @throws IOException when it is gone already
   */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }
}
