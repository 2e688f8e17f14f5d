// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Request headers as a tracer reads them: names in lower case, whatever the container made of them,
 * and one entry a name, since a tracer that sees the same name twice keeps either one. What a
 * tracer reads of an entry later is what the header is then.
 */
final class ExtractedHeaders implements Iterator<Entry<String, String>> {
  private final Iterator<Entry<String, List<String>>> headers;

  ExtractedHeaders(MultivaluedMap<String, String> headers) {
    this.headers = headers.entrySet().iterator();
  }

  @Override
  public boolean hasNext() {
    return headers.hasNext();
  }

  @Override
  public Entry<String, String> next() {
    return new Header(headers.next());
  }

  /** Reads a header only when it is asked: a tracer looks at all names, and at few values. */
  private static final class Header implements Entry<String, String> {
    private final Entry<String, List<String>> sent;

    Header(Entry<String, List<String>> sent) {
      this.sent = sent;
    }

    @Override
    public String getKey() {
      return sent.getKey().toLowerCase(Locale.ROOT);
    }

    // CXF has a null where the client sent no Content-Type.
    @Override
    public String getValue() {
      List<@Nullable String> values = sent.getValue();
      if (values.size() != 1) {
        return String.join(",", values);
      }
      String only = values.get(0);
      return only == null ? "" : only;
    }

    @Override
    public String setValue(String value) {
      throw new UnsupportedOperationException("The headers of a request are only read.");
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Entry<?, ?> entry
          && getKey().equals(entry.getKey())
          && getValue().equals(entry.getValue());
    }

    @Override
    public int hashCode() {
      return getKey().hashCode() ^ getValue().hashCode();
    }

    @Override
    public String toString() {
      return getKey() + '=' + getValue();
    }
  }
}
