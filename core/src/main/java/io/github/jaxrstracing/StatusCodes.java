// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import java.util.stream.IntStream;

/** Status codes as objects, which tags are: each is made once and not for each response. */
final class StatusCodes {
  private static final int FIRST = 100;
  private static final Integer[] KNOWN =
      IntStream.range(FIRST, 600).boxed().toArray(Integer[]::new);

  private StatusCodes() {}

  static Integer boxed(int status) {
    boolean isKnown = status >= FIRST && status - FIRST < KNOWN.length;
    return isKnown ? KNOWN[status - FIRST] : Integer.valueOf(status);
  }
}
