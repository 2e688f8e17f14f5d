// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a server sends, one character a byte.
 *
 * @param status the first line, empty when nothing came
 * @param headers the other lines of the head in the order of the alphabet, without those that tell
 *     the time or the trace
 * @param body all that follows
 */
record RawAnswer(String status, List<String> headers, String body) {
  /** Sends a request on a connection of its own and reads until the server closes it. */
  static RawAnswer to(String request, URI server) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(3_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getInputStream().transferTo(answer);
    } catch (SocketTimeoutException | SocketException broken) {
      // What came before counts.
    }
    // Whatever the host is called, the port is another one for each server.
    return parse(
        answer.toString(StandardCharsets.ISO_8859_1).replace(":" + server.getPort(), ":*"));
  }

  private static RawAnswer parse(String text) {
    int end = text.indexOf("\r\n\r\n");
    String head = end < 0 ? text : text.substring(0, end);
    String[] lines = head.split("\r\n", -1);
    List<String> headers =
        Stream.of(lines).skip(1).filter(line -> !isIncidental(line)).sorted().toList();
    return new RawAnswer(lines[0], headers, end < 0 ? "" : text.substring(end + 4));
  }

  private static boolean isIncidental(String line) {
    String name = line.toLowerCase(Locale.ROOT);
    return name.startsWith("date:") || name.startsWith("x-trace-id: ");
  }
}
