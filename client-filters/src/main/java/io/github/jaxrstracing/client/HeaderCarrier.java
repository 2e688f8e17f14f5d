// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.Guard;
import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Iterator;
import java.util.Map.Entry;

/** Request headers as a tracer writes them: one value a name, replacing what was there. */
final class HeaderCarrier implements TextMap {
  private final MultivaluedMap<String, Object> headers;
  private final Guard guard;

  HeaderCarrier(MultivaluedMap<String, Object> headers, Guard guard) {
    this.headers = headers;
    this.guard = guard;
  }

  @Override
  public void put(String name, String value) {
    // Baggage may hold anything; a line break in a header would make the connector refuse the call.
    if (name.isEmpty() || hasControl(name) || hasControl(value)) {
      guard.warn("A header of the trace context has control characters; it is not sent.");
      return;
    }
    headers.putSingle(name, value);
  }

  private static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Iterator<Entry<String, String>> iterator() {
    throw new UnsupportedOperationException("The headers of a request are only written.");
  }
}
