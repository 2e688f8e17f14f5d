// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server.resteasy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jboss.resteasy.spi.AsyncResponseProvider;
import org.jspecify.annotations.Nullable;

/**
 * Makes the span active where RESTEasy writes what a stage gave: it does so past the dispatcher.
 */
record TracedStages(AsyncResponseProvider<CompletionStage<?>> stages)
    implements AsyncResponseProvider<CompletionStage<?>> {
  @Override
  @SuppressWarnings("rawtypes") // so is the interface
  public @Nullable CompletionStage toCompletionStage(CompletionStage<?> returned) {
    CompletionStage<?> stage = stages.toCompletionStage(returned);
    RestEasyRequest request = RestEasyRequest.current();
    return stage == null || request == null ? stage : new Bracketed(stage, request);
  }

  /** A copy of a stage, on whose completion RESTEasy writes its response. */
  private static final class Bracketed extends CompletableFuture<Object> {
    private final RestEasyRequest request;

    @SuppressWarnings("FutureReturnValueIgnored") // it completes this
    Bracketed(CompletionStage<?> stage, RestEasyRequest request) {
      this.request = request;
      stage.whenComplete(
          (value, failure) -> {
            if (failure == null) {
              complete(value);
            } else {
              completeExceptionally(failure);
            }
          });
    }

    @Override
    public CompletableFuture<Object> whenComplete(
        BiConsumer<? super Object, ? super Throwable> write) {
      return super.whenComplete(
          (value, failure) -> {
            request.openResponse();
            try {
              write.accept(value, failure);
            } finally {
              request.closeResponse();
            }
          });
    }
  }
}
