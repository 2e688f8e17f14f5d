// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.span.Guard;
import io.github.jaxrstracing.span.UrlSanitizer;
import io.opentracing.Scope;
import io.opentracing.ScopeManager;
import io.opentracing.Span;
import io.opentracing.Tracer;
import io.opentracing.mock.MockTracer;
import io.opentracing.noop.NoopTracerFactory;
import io.opentracing.util.GlobalTracer;
import io.opentracing.util.ThreadLocalScopeManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request does not pay for. */
class HotPathTest {
  private final CountingScopes scopes = new CountingScopes();
  private final MockTracer tracer = new MockTracer(scopes);

  @ParameterizedTest
  @CsvSource({"plain, 1", "failing, 1", "nowhere, 1", "none, 0"})
  void opensOneScopeForAllThatAThreadDoesInOneGo(String path, int opened) throws Exception {
    ApplicationHandler application =
        application(
            new ResourceConfig(Items.class),
            TracingFeature.builder().tracer(tracer).traceAll().build());

    application.apply(request("items/" + path, application)).get();

    assertThat(scopes.opened).isEqualTo(opened);
    assertThat(tracer.activeSpan()).isNull();
    assertThat(tracer.finishedSpans()).hasSize(opened == 0 ? 0 : 1);
  }

  @Test
  void opensAnotherScopeWhereTheThreadHadLeftTheRequest() throws Exception {
    ApplicationHandler application =
        application(
            new ResourceConfig(Items.class),
            TracingFeature.builder().tracer(tracer).traceAll().build());

    Future<ContainerResponse> response = application.apply(request("items/stage", application));
    assertThat(tracer.activeSpan()).as("after the method").isNull();
    Items.stage.complete("stage");
    response.get();

    assertThat(scopes.opened).isEqualTo(2);
    assertThat(tracer.activeSpan()).isNull();
    assertThat(tracer.finishedSpans()).hasSize(1);
  }

  @Test
  void registersNothingForATracerThatNeverDoesAnything() {
    assertThat(registeredFor(NoopTracerFactory.create())).isEmpty();
  }

  @Test
  void isReadyForAGlobalTracerThatIsRegisteredLater() {
    assertThat(registeredFor(GlobalTracer.get())).isNotEmpty();
  }

  @Test
  void bindsThePairToMethodsThatMayBeTraced() throws Exception {
    Guard guard = new Guard();
    RequestTags tags = new RequestTags(new UrlSanitizer(List.of(), false, null), guard);
    TracedAnnotations annotations = TracedAnnotations.discovered(guard);
    Endpoints some = new Endpoints(false, tags, annotations);
    Endpoints all = new Endpoints(true, tags, annotations);

    assertThat(mayTrace(some, Items.class, "plain")).isFalse();
    assertThat(mayTrace(all, Items.class, "plain")).isTrue();
    assertThat(mayTrace(all, Items.class, "none")).isFalse();
    assertThat(mayTrace(some, Marked.class, "get")).isTrue();
    assertThat(mayTrace(some, Handler.class, "get")).as("programmed").isTrue();

    some.deployed(Object.class, List.of(), guard);

    assertThat(mayTrace(some, Items.class, "plain")).as("below a locator").isTrue();
  }

  @Test
  void tracesWhatAProgramBindsByName() throws Exception {
    Resource.Builder items = Resource.builder(Items.class);
    items
        .addChildResource("bound")
        .addMethod("GET")
        .nameBindings(Traced.class)
        .handledBy(new Handler(), Handler.class.getMethod("get"));
    ApplicationHandler application =
        application(
            new ResourceConfig().registerResources(items.build()), new TracingFeature(tracer));

    application.apply(request("items/bound", application)).get();
    application.apply(request("items/plain", application)).get();

    assertThat(tracer.finishedSpans()).hasSize(1);
    assertThat(tracer.finishedSpans().get(0).operationName()).isEqualTo("GET:/items/bound");
  }

  private static boolean mayTrace(Endpoints endpoints, Class<?> type, String method)
      throws Exception {
    return endpoints.mayTrace(type, type.getMethod(method));
  }

  private static List<String> registeredFor(Tracer tracer) {
    return application(new ResourceConfig(Items.class), new TracingFeature(tracer))
        .getConfiguration()
        .getInstances()
        .stream()
        .map(component -> component.getClass().getName())
        .filter(name -> name.startsWith("io.github.jaxrstracing.server."))
        .filter(name -> !name.equals(TracingFeature.class.getName()))
        // It looks at annotations while they are deployed, and then no more.
        .filter(name -> !name.equals(UnreadAnnotations.class.getName()))
        .toList();
  }

  private static ApplicationHandler application(ResourceConfig config, TracingFeature feature) {
    return new ApplicationHandler(config.register(feature));
  }

  private static ContainerRequest request(String path, ApplicationHandler application) {
    URI base = URI.create("http://localhost/");
    return new ContainerRequest(
        base,
        base.resolve(path),
        "GET",
        null,
        new MapPropertiesDelegate(),
        application.getConfiguration());
  }

  /** Counts how often a span is made active. */
  private static final class CountingScopes implements ScopeManager {
    private final ThreadLocalScopeManager scopes = new ThreadLocalScopeManager();
    private int opened;

    @Override
    public Scope activate(Span span) {
      opened++;
      return scopes.activate(span);
    }

    @Override
    public Span activeSpan() {
      return scopes.activeSpan();
    }
  }

  @Path("items")
  public static class Items {
    static CompletableFuture<String> stage = new CompletableFuture<>();

    @GET
    @Path("plain")
    public String plain() {
      return "plain";
    }

    @GET
    @Path("failing")
    public String failing() {
      throw new NotFoundException();
    }

    @GET
    @Path("stage")
    public CompletionStage<String> stage() {
      stage = new CompletableFuture<>();
      return stage;
    }

    @GET
    @Path("none")
    @Traced(false)
    public String none() {
      return "none";
    }
  }

  @Path("marked")
  @Traced
  public static class Marked {
    @GET
    public String get() {
      return "marked";
    }
  }

  public static class Handler {
    public String get() {
      return "bound";
    }
  }
}
