// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.soak;

import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.Response.Status.Family;
import jakarta.ws.rs.core.Response.StatusType;

/** Parts of a response that do something when a server takes them to its container. */
final class Hooked {
  private Hooked() {}

  /** The value of a header. */
  static Object header(String value, Runnable hook) {
    return new Object() {
      @Override
      public String toString() {
        hook.run();
        return value;
      }
    };
  }

  /** A status, of which Jersey asks the reason right before it sets it. */
  static StatusType status(int code, Runnable hook) {
    return new StatusType() {
      @Override
      public int getStatusCode() {
        return code;
      }

      @Override
      public Family getFamily() {
        return Family.familyOf(code);
      }

      @Override
      public String getReasonPhrase() {
        hook.run();
        return Status.fromStatusCode(code).getReasonPhrase();
      }
    };
  }
}
