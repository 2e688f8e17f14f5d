// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.tracers;

import io.opentelemetry.api.baggage.Baggage;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;

/** A span processor as many applications have it: an item of baggage becomes an attribute. */
final class UserOfBaggage implements SpanProcessor {
  @Override
  public void onStart(Context parent, ReadWriteSpan span) {
    String user = Baggage.fromContext(parent).getEntryValue("user");
    if (user != null) {
      span.setAttribute("user", user);
    }
  }

  @Override
  public boolean isStartRequired() {
    return true;
  }

  @Override
  public void onEnd(ReadableSpan span) {}

  @Override
  public boolean isEndRequired() {
    return false;
  }
}
