// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

/** Tells the user what to give instead. */
final class WrongOption extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  WrongOption(String message) {
    super(message);
  }
}
