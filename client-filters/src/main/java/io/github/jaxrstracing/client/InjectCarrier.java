// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.HeaderNames;
import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Iterator;
import java.util.Map.Entry;

/** Request headers as a tracer writes them: one value a name, replacing what was there. */
final class InjectCarrier implements TextMap {
  private final MultivaluedMap<String, Object> headers;
  private final Guard guard;

  InjectCarrier(MultivaluedMap<String, Object> headers, Guard guard) {
    this.headers = headers;
    this.guard = guard;
  }

  // Baggage may hold anything, and connectors refuse the whole request for one bad header.
  @Override
  public void put(String name, String value) {
    if (HeaderNames.isValid(name) && isValidValue(value)) {
      headers.putSingle(name, value);
    } else {
      guard.warn(
          "The trace context has an entry that no HTTP header can carry; it is not sent. Names are"
              + " tokens, and values visible ASCII characters with blanks only between them.");
    }
  }

  // RFC 9110 section 5.5, without obs-text: nobody knows how the receiver would decode it.
  private static boolean isValidValue(String value) {
    int last = value.length() - 1;
    for (int i = 0; i <= last; i++) {
      char c = value.charAt(i);
      boolean isBlank = (c == ' ' || c == '\t') && i > 0 && i < last;
      if (!isBlank && (c <= ' ' || c > '~')) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Iterator<Entry<String, String>> iterator() {
    throw new UnsupportedOperationException("The headers of a request are only written.");
  }
}
