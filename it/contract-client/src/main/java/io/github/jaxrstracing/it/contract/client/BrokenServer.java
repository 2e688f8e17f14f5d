// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A server that lets its clients down. */
public final class BrokenServer implements AutoCloseable {
  private final ServerSocket server;
  private final List<Socket> filling = new ArrayList<>();

  private BrokenServer(ServerSocket server) {
    this.server = server;
  }

  /** A port where nobody listens. */
  public static URI refusing() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/refused");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends this without waiting for a request, as a server that knows no TLS might. */
  public static BrokenServer sendingAtOnce(String text) throws IOException {
    return serving(false, text);
  }

  /** Reads the request, sends this and closes the connection. */
  public static BrokenServer sending(String text) throws IOException {
    return serving(true, text);
  }

  private static BrokenServer serving(boolean reads, String text) throws IOException {
    BrokenServer broken =
        new BrokenServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    Thread thread = new Thread(() -> broken.serve(reads, text), "broken-server");
    thread.setDaemon(true);
    thread.start();
    return broken;
  }

  /** Never accepts, and has no room left in its backlog: connecting to it times out. */
  public static BrokenServer full() throws IOException {
    BrokenServer broken =
        new BrokenServer(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), broken.server.getLocalPort());
    for (int i = 0; i < 16; i++) {
      Socket socket = new Socket();
      broken.filling.add(socket);
      try {
        socket.connect(address, 200);
      } catch (SocketTimeoutException full) {
        return broken;
      }
    }
    throw new IllegalStateException("The backlog does not fill.");
  }

  public URI uri(String scheme) {
    return URI.create(scheme + "://127.0.0.1:" + server.getLocalPort() + "/broken");
  }

  private void serve(boolean reads, String text) {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        BufferedReader request =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        String line = reads ? request.readLine() : null;
        while (line != null && !line.isEmpty()) {
          line = request.readLine();
        }
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      } catch (IOException closed) {
        // by this test, or by the client: the next one comes or the loop ends
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket socket : filling) {
      socket.close();
    }
  }
}
