// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

/** Text that must fit a line. */
final class Text {
  private Text() {}

  static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 3) + "...";
  }
}
