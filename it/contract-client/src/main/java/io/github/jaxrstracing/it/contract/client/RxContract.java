// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.client.ClientTracingFeature;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.opentracing.Span;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.RxInvoker;
import jakarta.ws.rs.client.RxInvokerProvider;
import jakarta.ws.rs.client.SyncInvoker;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls by a reactive invoker of the application: only it knows on which thread they are made. */
public abstract class RxContract extends ClientContract {
  private final ExecutorService own = Executors.newSingleThreadExecutor();

  @AfterEach
  void stop() {
    own.shutdownNow();
  }

  /** An invoker whose calls are made on the executor that it is given. */
  public interface Later extends RxInvoker<CompletableFuture<Response>> {}

  /** Another one, so that the right one of two must be found. */
  public interface MuchLater extends RxInvoker<CompletableFuture<Response>> {}

  private abstract static class Invokers<T extends RxInvoker<?>> implements RxInvokerProvider<T> {
    private final Class<T> type;

    Invokers(Class<T> type) {
      this.type = type;
    }

    @Override
    public boolean isProviderFor(Class<?> invoker) {
      return invoker == type;
    }

    @Override
    public T getRxInvoker(SyncInvoker request, ExecutorService executor) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                Method sync =
                    SyncInvoker.class.getMethod(method.getName(), method.getParameterTypes());
                return CompletableFuture.supplyAsync(
                    () -> invoke(sync, request, arguments), executor);
              }));
    }

    private static Object invoke(Method sync, SyncInvoker request, Object[] arguments) {
      try {
        return sync.invoke(request, arguments);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Makes invokers. An implementation may take it as a class alone. */
  public static final class LaterInvokers extends Invokers<Later> {
    /** Called by the implementation. */
    public LaterInvokers() {
      super(Later.class);
    }
  }

  /** Makes invokers. An implementation may take it as a class alone. */
  public static final class MuchLaterInvokers extends Invokers<MuchLater> {
    /** Called by the implementation. */
    public MuchLaterInvokers() {
      super(MuchLater.class);
    }
  }

  private Client clientWithOwnExecutor() {
    return client(
        b ->
            b.executorService(own)
                .register(new ClientTracingFeature(tracer))
                .register(LaterInvokers.class));
  }

  private Span later(Invocation.Builder request) throws Exception {
    return inParent(() -> answer(request.rx(Later.class).get()));
  }

  private static int answer(CompletableFuture<Response> call) throws Exception {
    return status(call.get(10, TimeUnit.SECONDS));
  }

  private @Nullable String parentOfLast(int count) {
    return spans(count).get(count - 1).parentId();
  }

  @Test
  @Behaviour("rx")
  void callIsChildOfTheSpanWhereItWasWritten() throws Exception {
    Client client = clientWithOwnExecutor();

    Span first = later(client.target(server.uri("/a")).request());
    assertThat(parentOfLast(1)).isEqualTo(first.context().toSpanId());
    Span second = later(client.target(server.uri("/b")).request());
    assertThat(parentOfLast(2)).isEqualTo(second.context().toSpanId());

    assertThat(spans(2)).extracting(FinishedSpan::status).containsOnly("200");
  }

  @Test
  @Behaviour("rx")
  protected void rightProviderOfSeveralIsFound() throws Exception {
    Client client = clientWithOwnExecutor();
    client.register(MuchLaterInvokers.class);

    Span parent =
        inParent(() -> answer(client.target(server.uri("/a")).request().rx(MuchLater.class).get()));

    assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
  }

  @Test
  @Behaviour("rx")
  void callWithoutActiveSpanIsRoot() throws Exception {
    Client client = clientWithOwnExecutor();
    later(client.target(server.uri("/a")).request());

    answer(client.target(server.uri("/b")).request().rx(Later.class).get());

    assertThat(parentOfLast(2)).isNull();
  }

  @Test
  @Behaviour("rx")
  void executorOfTheImplementationDoesTheSame() throws Exception {
    Client client =
        client(b -> b.register(new ClientTracingFeature(tracer)).register(LaterInvokers.class));

    Span parent = later(client.target(server.uri("/a")).request());

    assertThat(span().parentId()).isEqualTo(parent.context().toSpanId());
  }

  @Test
  void synchronousCallOfTheSameRequestHasItsOwnParent() throws Exception {
    Invocation.Builder request = clientWithOwnExecutor().target(server.uri("/a")).request();
    later(request);

    Span parent = inParent(() -> status(request.get()));

    assertThat(parentOfLast(2)).isEqualTo(parent.context().toSpanId());
  }

  @Test
  void untracedCallIsLeftAlone() throws Exception {
    Client client = clientWithOwnExecutor();

    later(client.target(server.uri("/a")).request().property(ClientTracingFeature.TRACED, false));

    spans(0);
    assertThat(server.received()).extracting(this::wire).containsExactly("none");
  }
}
