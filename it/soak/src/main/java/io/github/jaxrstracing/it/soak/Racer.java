// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/**
 * One of two who answer the same request. Each has a status, and what the application answers has a
 * header and a body of its own, so that a mixture of two answers can be told.
 */
enum Racer {
  FIRST(200, "the first"),
  SECOND(202, "the second"),
  /** An exception with a response. */
  REFUSAL(409, "the refusal"),
  /** A time-out without a handler, or a cancellation. */
  UNAVAILABLE(503, ""),
  /** An exception that has no mapper, or whose mapper fails. */
  FAILURE(500, "");

  private static final String HEADER = "X-Racer";

  private final int status;
  private final String body;

  Racer(int status, String body) {
    this.status = status;
    this.body = body;
  }

  int status() {
    return status;
  }

  /**
   * The response of a racer who has a body.
   *
   * @param onStatus runs right before the status is set, on Jersey
   * @param onHeader runs while the headers are written
   */
  Response response(Runnable onStatus, Runnable onHeader) {
    return Response.status(Hooked.status(status, onStatus))
        .header(HEADER, Hooked.header(name(), onHeader))
        .entity(body)
        .build();
  }

  /** Whether an answer is whole, and all of it is this racer's. */
  boolean hasSent(Answer answer) {
    if (!answer.isWhole() || answer.status() != status) {
      return false;
    }
    List<String> marks =
        answer.headers().stream().filter(header -> header.startsWith(HEADER + ':')).toList();
    return body.isEmpty()
        ? marks.isEmpty()
            && Stream.of(FIRST, SECOND, REFUSAL).noneMatch(racer -> racer.isIn(answer))
        : marks.equals(List.of(HEADER + ": " + name())) && answer.body().equals(body);
  }

  private boolean isIn(Answer answer) {
    return answer.body().contains(body);
  }
}
