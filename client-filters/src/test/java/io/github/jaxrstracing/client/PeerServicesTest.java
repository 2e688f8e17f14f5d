// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerServicesTest {
  @ParameterizedTest
  @CsvSource({
    "api.example.com, api.example.com, 443, yes",
    "API.example.com, api.EXAMPLE.com, 443, yes",
    "api.example.com:443, api.example.com, 443, yes",
    "api.example.com:8443, api.example.com, 443, no",
    "example.com, api.example.com, 443, no",
    "::1, ::1, 80, yes",
    "[::1], ::1, 80, yes",
    "[::1]:80, ::1, 80, yes",
    "[::1]:81, ::1, 80, no",
    "my_service:80, my_service, 80, yes",
  })
  void findsHostsWithAndWithoutPort(String peer, String host, int port, String found) {
    PeerServices services = new PeerServices(Map.of(peer, "yes"));

    String name = services.of(new Request(host, port));

    assertThat(name == null ? "no" : name).isEqualTo(found);
  }

  private record Request(String host, int port) implements HttpRequest {
    @Override
    public String spanKind() {
      return "client";
    }

    @Override
    public String method() {
      return "GET";
    }

    @Override
    public String url() {
      return "";
    }

    @Override
    public String scheme() {
      return "http";
    }

    @Override
    public String path() {
      return "";
    }

    @Override
    public String query() {
      return null;
    }

    @Override
    public String route() {
      return null;
    }

    @Override
    public String header(String name) {
      return null;
    }
  }
}
