// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import java.util.List;

/**
 * A request to shop, and the one trace that it must leave.
 *
 * @param title what it shows
 * @param path where it goes
 * @param operation the name of the span that shop makes of it
 * @param spans every span of its trace, as {@link Trace#placeOf} writes it
 */
record Scenario(String title, String path, String operation, List<String> spans) {
  static final List<Scenario> ALL =
      List.of(
          new Scenario(
              "a plain call",
              "/items/kettle",
              "GET:/items/{item}",
              List.of(
                  "shop SERVER",
                  "shop CLIENT under GET:/items/{item}",
                  "stock SERVER under ask-stock")),
          new Scenario(
              "two calls at once",
              "/items/kettle/offer",
              "GET:/items/{item}/offer",
              List.of(
                  "shop SERVER",
                  "shop CLIENT under GET:/items/{item}/offer",
                  "stock SERVER under ask-stock",
                  "shop CLIENT under GET:/items/{item}/offer",
                  "prices SERVER under ask-price")),
          new Scenario(
              "an exception in stock",
              "/items/" + Stock.LOST + "/reservation",
              "GET:/items/{item}/reservation",
              List.of(
                  "shop SERVER",
                  "shop CLIENT under GET:/items/{item}/reservation",
                  "stock SERVER under ask-stock")),
          new Scenario(
              "a call where nobody listens",
              "/items/kettle/delivery",
              "GET:/items/{item}/delivery",
              List.of("shop SERVER", "shop CLIENT under GET:/items/{item}/delivery")));

  /** Whether this request began the trace. */
  boolean began(Trace trace) {
    return trace.roots().stream()
        .anyMatch(root -> root.getName().equals(operation) && Trace.serviceOf(root).equals("shop"));
  }
}
