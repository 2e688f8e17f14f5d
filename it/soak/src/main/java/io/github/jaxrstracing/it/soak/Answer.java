// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import java.util.List;

/**
 * What a client got.
 *
 * @param status the status; 0 when the connection ended before there was one
 * @param headers as they came
 * @param body as far as it came, without the framing of chunks, a character for each byte; without
 *     a status, what came in place of the status line
 * @param isWhole whether it came to its end
 */
record Answer(int status, List<String> headers, String body, boolean isWhole) {
  static final Answer NONE = new Answer(0, List.of(), "", false);
}
