// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

/** Status codes as objects, which is what tags take; the JVM itself keeps only those below 128. */
final class StatusNumber {
  private static final Integer[] KNOWN = new Integer[600];

  static {
    for (int status = 0; status < KNOWN.length; status++) {
      KNOWN[status] = status;
    }
  }

  private StatusNumber() {}

  static Integer of(int status) {
    return status >= 0 && status < KNOWN.length ? KNOWN[status] : Integer.valueOf(status);
  }
}
