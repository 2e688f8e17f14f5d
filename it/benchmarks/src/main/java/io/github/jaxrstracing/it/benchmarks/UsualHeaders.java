// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.benchmarks;

import java.util.Map;

/** What a browser and a proxy send, in lower case, as HTTP/2 and some containers have it. */
public final class UsualHeaders {
  /** Ten headers, none of them of a trace. */
  public static final Map<String, String> ALL =
      Map.of(
          "host", "localhost",
          "user-agent", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0",
          "accept", "*/*",
          "accept-language", "en-US,en;q=0.5",
          "accept-encoding", "gzip, deflate, br",
          "connection", "keep-alive",
          "cache-control", "no-cache",
          "x-forwarded-for", "203.0.113.7",
          "x-request-id", "5f1c1f0e-6f0b-4a3c-9f0e-0f6b4a3c9f0e",
          "authorization", "Bearer token");

  private UsualHeaders() {}
}
