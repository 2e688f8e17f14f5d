// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client.resteasy;

import io.github.jaxrstracing.client.CallTrace;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.ext.InterceptorContext;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import org.jboss.resteasy.client.jaxrs.internal.ClientInvocation;
import org.jboss.resteasy.client.jaxrs.internal.ClientRequestContextImpl;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one invocation that are under way. RESTEasy keeps the properties of a call in its
 * invocation, where the next call sees them, and so does one that is made at the same time: {@code
 * async()} has one invocation for all its calls. A call is known by its context instead, which no
 * other call has.
 */
final class Calls {
  /** A property of the invocation; its owner is this class. */
  private static final String PROPERTY = "io.github.jaxrstracing.client.resteasy.calls";

  private record Call(ClientRequestContext request, CallTrace trace, Thread thread) {}

  private final ClientInvocation invocation;
  private final Deque<Call> underWay = new ConcurrentLinkedDeque<>();

  // Written by the thread whose call ends, read where an entity is read after it.
  private volatile @Nullable CallTrace lastEnded;

  private Calls(ClientInvocation invocation) {
    this.invocation = invocation;
  }

  static ClientInvocation invocation(ClientRequestContext request) {
    return ((ClientRequestContextImpl) request).getInvocation();
  }

  static void keep(ClientRequestContext request, @Nullable CallTrace trace) {
    ClientInvocation invocation = invocation(request);
    if (trace == null) {
      forget(invocation);
      return;
    }
    of(invocation).underWay.addFirst(new Call(request, trace, Thread.currentThread()));
  }

  private static void forget(ClientInvocation invocation) {
    if (known(invocation) == null) {
      invocation.getMutableProperties().remove(PROPERTY);
    }
  }

  private static Calls of(ClientInvocation invocation) {
    synchronized (invocation) {
      Calls known = known(invocation);
      if (known != null) {
        return known;
      }
      Calls calls = new Calls(invocation);
      invocation.getMutableProperties().put(PROPERTY, calls);
      return calls;
    }
  }

  // A call that was made from another one may have all its properties.
  private static @Nullable Calls known(ClientInvocation invocation) {
    return invocation.getMutableProperties().get(PROPERTY) instanceof Calls calls
            && calls.invocation == invocation
        ? calls
        : null;
  }

  static @Nullable CallTrace find(ClientRequestContext request) {
    Calls calls = known(invocation(request));
    if (calls != null) {
      for (Call call : calls.underWay) {
        if (call.request() == request) {
          return call.trace();
        }
      }
    }
    return null;
  }

  static @Nullable CallTrace find(InterceptorContext context) {
    if (!(context.getProperty(PROPERTY) instanceof Calls calls)) {
      return null;
    }
    CallTrace sent = calls.ofThisThread();
    return sent == null ? calls.lastEnded : sent;
  }

  /** The call of this invocation that this thread sends, else the last one. */
  static @Nullable CallTrace sent(ClientInvocation invocation) {
    Calls calls = known(invocation);
    return calls == null ? null : calls.ofThisThread();
  }

  private @Nullable CallTrace ofThisThread() {
    for (Call call : underWay) {
      if (call.thread() == Thread.currentThread()) {
        return call.trace();
      }
    }
    Call last = underWay.peekFirst();
    return last == null ? null : last.trace();
  }

  /** Forgets a call that has ended. */
  static void remove(ClientInvocation invocation, CallTrace ended) {
    Calls calls = known(invocation);
    if (calls != null) {
      calls.lastEnded = ended;
      calls.underWay.removeIf(call -> call.trace() == ended);
    }
  }
}
