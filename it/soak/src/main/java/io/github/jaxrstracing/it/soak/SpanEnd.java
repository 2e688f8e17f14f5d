// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import io.github.jaxrstracing.it.soak.LedgerTracer.Context;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the ledger asks of a span that has ended. */
record SpanEnd(
    String name, Role role, int n, @Nullable Context parent, int status, boolean isError) {
  /** Whose span it is. */
  enum Role {
    /** The sender of a request, who is not traced here but sends an id. */
    SENDER,
    /** The server that was asked. */
    FRONT,
    /** The client within it. */
    CALL,
    /** The server that it calls. */
    DOWN;

    static Role of(@Nullable String kind, String url) {
      return !"server".equals(kind) ? CALL : url.contains("/down/") ? DOWN : FRONT;
    }
  }

  /** The number in the query of a URL; -1 without one. */
  static int numberIn(String url) {
    int at = Math.max(url.indexOf("?n="), url.indexOf("&n="));
    int number = -1;
    for (int i = at + 3; at >= 0 && i < url.length() && Character.isDigit(url.charAt(i)); i++) {
      number = Math.max(number, 0) * 10 + url.charAt(i) - '0';
    }
    return number;
  }

  /** Whether the parent is the one that this request has given it. */
  boolean hasRightParent() {
    Role expected =
        switch (role) {
          case SENDER -> throw new IllegalStateException("It has no span.");
          case FRONT -> Load.sendsParent(n) ? Role.SENDER : null;
          case CALL -> Role.FRONT;
          case DOWN -> Role.CALL;
        };
    return parent == null
        ? expected == null
        : parent.role() == expected && parent.n() == n && Objects.nonNull(parent.traceId());
  }
}
