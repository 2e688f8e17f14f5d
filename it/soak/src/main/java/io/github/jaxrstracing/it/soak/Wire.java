// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection of a client that does what well-behaved ones do not: it goes away, reads slowly,
 * and uses connections that are dead. No library is asked, since each of them repairs such things.
 */
final class Wire implements AutoCloseable {
  private static final int CALM = 10_000;
  private final Socket socket = new Socket();
  private final InputStream in;
  private boolean isUsed;
  private boolean isReusable = true;

  private Wire(URI base, int receiveBuffer) throws IOException {
    if (receiveBuffer > 0) {
      socket.setReceiveBufferSize(receiveBuffer);
    }
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
    socket.setSoTimeout(CALM);
    in = new BufferedInputStream(socket.getInputStream(), 2_048);
  }

  static Wire to(URI base) throws IOException {
    return new Wire(base, 0);
  }

  /** A connection on which a server that writes much must wait for its client. */
  static Wire narrow(URI base) throws IOException {
    return new Wire(base, 2_048);
  }

  /** Waits no longer than this for each byte. */
  Wire patience(int millis) throws IOException {
    socket.setSoTimeout(millis);
    return this;
  }

  boolean isReusable() {
    return isReusable;
  }

  /** Notes that nothing more can be sent. */
  void giveUp() {
    isReusable = false;
  }

  /** Whether there was a request before on this connection. */
  boolean isUsed() {
    return isUsed;
  }

  void send(String method, String target, List<String> headers, String body) throws IOException {
    send(method, target, headers, body, body.length());
  }

  /** Sends a request whose body may be shorter than it says. */
  void send(String method, String target, List<String> headers, String body, int length)
      throws IOException {
    StringBuilder request = new StringBuilder(256);
    request.append(method).append(' ').append(target).append(" HTTP/1.1\r\n");
    if (headers.stream().noneMatch(header -> header.startsWith("Host:"))) {
      request.append("Host: 127.0.0.1:").append(socket.getPort()).append("\r\n");
    }
    headers.forEach(header -> request.append(header).append("\r\n"));
    if (length > 0) {
      request.append("Content-Type: text/plain\r\nContent-Length: ").append(length).append("\r\n");
    }
    request.append("\r\n").append(body);
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** Reads an answer to its end, with so many pauses of a millisecond. */
  Answer read(String method, int pauses) {
    isUsed = true;
    List<String> headers = new ArrayList<>();
    int status = 0;
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    try {
      status = readHead(headers);
      readBody(method, status, headers, body, pauses);
      isReusable = isReusable && !"close".equalsIgnoreCase(header(headers, "connection"));
      return new Answer(status, headers, body.toString(StandardCharsets.ISO_8859_1), true);
    } catch (ProtocolException garbled) {
      isReusable = false;
      return new Answer(0, headers, String.valueOf(garbled.getMessage()), false);
    } catch (IOException | NumberFormatException broken) {
      isReusable = false;
      return new Answer(status, headers, body.toString(StandardCharsets.ISO_8859_1), false);
    }
  }

  /** Reads the status and the first byte of the body. */
  int readBeginning() {
    isReusable = false;
    try {
      int status = readHead(new ArrayList<>());
      return in.read() < 0 ? 0 : status;
    } catch (IOException broken) {
      return 0;
    }
  }

  private int readHead(List<String> headers) throws IOException {
    String statusLine = line();
    if (!statusLine.startsWith("HTTP/1.1 ")) {
      throw new ProtocolException(statusLine);
    }
    for (String header = line(); !header.isEmpty(); header = line()) {
      headers.add(header);
    }
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  private void readBody(
      String method, int status, List<String> headers, ByteArrayOutputStream body, int pauses)
      throws IOException {
    if (method.equals("HEAD") || status == 204 || status == 304) {
      return;
    }
    if ("chunked".equalsIgnoreCase(header(headers, "transfer-encoding"))) {
      for (int size = chunk(); size > 0; size = chunk()) {
        copy(size, body, pauses);
        line();
      }
      line();
    } else if (!header(headers, "content-length").isEmpty()) {
      copy(Integer.parseInt(header(headers, "content-length")), body, pauses);
    } else {
      isReusable = false;
      in.transferTo(body);
    }
  }

  private int chunk() throws IOException {
    return Integer.parseInt(line().trim(), 16);
  }

  private void copy(int length, ByteArrayOutputStream body, int pauses) throws IOException {
    byte[] buffer = new byte[1_024];
    for (int left = length; left > 0; ) {
      int read = in.read(buffer, 0, Math.min(left, buffer.length));
      if (read < 0) {
        throw new EOFException();
      }
      if (body.size() / buffer.length < pauses) {
        LockSupport.parkNanos(1_000_000); // this client is slow on purpose
      }
      body.write(buffer, 0, read);
      left -= read;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  private static String header(List<String> headers, String name) {
    for (String header : headers) {
      int colon = header.indexOf(':');
      if (colon > 0 && header.substring(0, colon).toLowerCase(Locale.ROOT).equals(name)) {
        return header.substring(colon + 1).trim();
      }
    }
    return "";
  }

  /** Resets the connection, which the other side sees as an error. */
  void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
