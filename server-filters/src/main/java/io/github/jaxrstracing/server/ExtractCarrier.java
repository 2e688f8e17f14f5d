// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import io.opentracing.propagation.TextMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Request headers as a tracer reads them: names in lower case, whatever the container made of them,
 * and one entry a name, since a tracer that sees the same name twice keeps either one.
 */
final class ExtractCarrier implements TextMap {
  private final MultivaluedMap<String, String> headers;

  ExtractCarrier(MultivaluedMap<String, String> headers) {
    this.headers = headers;
  }

  @Override
  public Iterator<Entry<String, String>> iterator() {
    Iterator<Entry<String, List<String>>> entries = headers.entrySet().iterator();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return entries.hasNext();
      }

      @Override
      public Entry<String, String> next() {
        Entry<String, List<String>> entry = entries.next();
        return Map.entry(entry.getKey().toLowerCase(Locale.ROOT), joined(entry.getValue()));
      }
    };
  }

  @Override
  public void put(String key, String value) {
    throw new UnsupportedOperationException("The headers of a request are only read.");
  }

  // CXF has a null where the client sent no Content-Type.
  private static String joined(List<@Nullable String> values) {
    if (values.size() != 1) {
      return String.join(",", values);
    }
    String only = values.get(0);
    return only == null ? "" : only;
  }
}
