// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.HeaderSyntax;
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
    if (HeaderSyntax.isName(name) && HeaderSyntax.isValue(value)) {
      headers.putSingle(name, value);
    } else {
      guard.warn(
          "The trace context has an entry that no HTTP header can carry; it is not sent. Names are"
              + " tokens, and values visible ASCII characters with blanks only between them.");
    }
  }

  @Override
  public Iterator<Entry<String, String>> iterator() {
    throw new UnsupportedOperationException("The headers of a request are only written.");
  }
}
