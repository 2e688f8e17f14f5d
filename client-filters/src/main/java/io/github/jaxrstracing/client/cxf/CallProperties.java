// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.cxf;

import io.github.jaxrstracing.client.CallTrace;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.message.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Lets interceptors find the trace of their call: they may run when its chain is long through, with
 * nothing but the properties of the request. Where CXF shares those with all calls of a target,
 * this is a view of them in which one property is the call's own.
 */
final class CallProperties extends AbstractMap<String, Object> {
  private static final String PROPERTIES = "jaxrs.filter.properties";
  private static final String TRACE = "io.github.jaxrstracing.client.cxf.call";

  private final Map<String, Object> shared;
  private final Exchange exchange;

  private CallProperties(Map<String, Object> shared, Exchange exchange) {
    this.shared = shared;
    this.exchange = exchange;
  }

  @SuppressWarnings("unchecked") // what CXF puts there
  static void prepare(ClientRequestContext request, Exchange exchange) {
    Object shared = exchange.get(PROPERTIES);
    if (shared instanceof Map<?, ?> properties) {
      exchange.put(PROPERTIES, new CallProperties((Map<String, Object>) properties, exchange));
    } else {
      request.setProperty(TRACE, exchange);
    }
  }

  static @Nullable CallTrace find(InterceptorContext context) {
    return context.getProperty(TRACE) instanceof Exchange exchange ? CxfCall.of(exchange) : null;
  }

  @Override
  public @Nullable Object get(Object key) {
    return TRACE.equals(key) ? exchange : shared.get(key);
  }

  @Override
  public @Nullable Object put(String key, Object value) {
    return shared.put(key, value);
  }

  @Override
  public @Nullable Object remove(Object key) {
    return shared.remove(key);
  }

  @Override
  public Set<Entry<String, Object>> entrySet() {
    return shared.entrySet();
  }
}
