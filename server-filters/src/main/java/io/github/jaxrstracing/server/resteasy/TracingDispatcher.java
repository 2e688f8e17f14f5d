// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import io.github.jaxrstracing.server.FilterPair;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.function.Consumer;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.core.SynchronousDispatcher;
import org.jboss.resteasy.spi.Dispatcher;
import org.jboss.resteasy.spi.HttpRequest;
import org.jboss.resteasy.spi.HttpResponse;
import org.jboss.resteasy.spi.ResourceInvoker;

/**
 * Takes the place of an application's dispatcher and tells requests what happens to them. It alone
 * sees when they arrive, every exception, what leaves RESTEasy for the container, and both ends of
 * what is done on each thread.
 */
final class TracingDispatcher extends SynchronousDispatcher {
  private final FilterPair pair;
  private final RestEasyModel model;

  TracingDispatcher(SynchronousDispatcher replaced, FilterPair pair, RestEasyModel model) {
    super(replaced.getProviderFactory(), (ResourceMethodRegistry) replaced.getRegistry());
    this.pair = pair;
    this.model = model;
    // The same objects, since others may hold on to them.
    defaultContextObjects = replaced.getDefaultContextObjects();
    defaultContextObjects.put(Dispatcher.class, this);
    unwrappedExceptions = replaced.getUnwrappedExceptions();
  }

  @Override
  public void invoke(HttpRequest request, HttpResponse response) {
    RestEasyRequest traced = RestEasyRequest.arrived(request, response, pair, model);
    if (traced == null) {
      super.invoke(request, response);
      return;
    }
    try {
      super.invoke(request, response);
    } catch (Throwable t) {
      traced.escaped(t);
      throw t;
    } finally {
      traced.returned();
    }
  }

  @Override
  public void invokePropagateNotFound(HttpRequest request, HttpResponse response) {
    RestEasyRequest traced = RestEasyRequest.arrived(request, response, pair, model);
    if (traced == null) {
      super.invokePropagateNotFound(request, response);
      return;
    }
    try {
      super.invokePropagateNotFound(request, response);
    } catch (NotFoundException isForOthers) {
      throw isForOthers;
    } catch (Throwable t) {
      traced.escaped(t);
      throw t;
    } finally {
      traced.returned();
    }
  }

  // Not always on the thread that brought the request: a filter before matching may suspend it.
  @Override
  public void invoke(HttpRequest request, HttpResponse response, ResourceInvoker invoker) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null) {
      super.invoke(request, response, invoker);
      return;
    }
    try {
      super.invoke(request, response, invoker);
    } finally {
      traced.closeFilters();
    }
  }

  @Override
  protected void writeResponse(HttpRequest request, HttpResponse response, Response answer) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null) {
      super.writeResponse(request, response, answer);
      return;
    }
    traced.answersInline();
    try {
      super.writeResponse(request, response, answer);
    } finally {
      traced.closeResponse();
    }
  }

  @Override
  public void writeException(
      HttpRequest request,
      HttpResponse response,
      Throwable thrown,
      Consumer<Throwable> onComplete) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null) {
      super.writeException(request, response, thrown, onComplete);
      return;
    }
    traced.answersInline();
    traced.failed(thrown);
    try {
      super.writeException(
          request,
          response,
          thrown,
          failure -> {
            if (failure != null) {
              traced.escaped(failure);
            }
            onComplete.accept(failure);
          });
    } catch (Throwable t) {
      traced.escaped(t);
      throw t;
    } finally {
      traced.closeResponse();
    }
  }

  @Override
  public void asynchronousDelivery(
      HttpRequest request, HttpResponse response, Response answer, Consumer<Throwable> onComplete)
      throws IOException {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null) {
      super.asynchronousDelivery(request, response, answer, onComplete);
      return;
    }
    traced.openResponse();
    try {
      super.asynchronousDelivery(
          request,
          response,
          answer,
          failure -> {
            try {
              onComplete.accept(failure);
            } finally {
              // Else the failure is delivered now.
              if (failure == null) {
                traced.ended();
              }
            }
          });
    } finally {
      traced.closeResponse();
    }
  }

  @Override
  public void asynchronousExceptionDelivery(
      HttpRequest request,
      HttpResponse response,
      Throwable thrown,
      Consumer<Throwable> onComplete) {
    RestEasyRequest traced = RestEasyRequest.of(request);
    if (traced == null) {
      super.asynchronousExceptionDelivery(request, response, thrown, onComplete);
      return;
    }
    traced.openResponse();
    try {
      super.asynchronousExceptionDelivery(
          request,
          response,
          thrown,
          failure -> {
            try {
              onComplete.accept(failure);
            } finally {
              traced.ended();
            }
          });
    } finally {
      traced.closeResponse();
    }
  }
}
