// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RawRequest;
import io.github.jaxrstracing.it.contract.server.RunningServer;
import io.github.jaxrstracing.it.resteasy.ServiceFileTest.Greeting;
import io.github.jaxrstracing.it.testkit.ClassPath;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
import io.github.jaxrstracing.it.testkit.Warnings;
import io.github.jaxrstracing.server.TracingFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jboss.resteasy.core.providerfactory.ResteasyProviderFactoryImpl;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A RESTEasy that the hooks do not know: filters alone trace it, without a writer interceptor. */
class FallbackTest {
  @Test
  void hasHooksOnTheRestEasyThatItKnows() throws Exception {
    assertThat(ClassPath.without().call(OnUndertowOfItsOwn.class))
        .contains("0 warnings", "200", "GET:/greeting 200", "AnswerFilter")
        .doesNotContain("PairAlone");
  }

  @ParameterizedTest
  @CsvSource({
    "org.jboss.resteasy.core.SynchronousDispatcher, asynchronousExceptionDelivery",
    "org.jboss.resteasy.core.SynchronousDispatcher, invokePropagateNotFound",
  })
  void tracesWithThePairAloneWhereAMemberIsMissing(String type, String member) throws Exception {
    assertThat(ClassPath.withoutMember(type, member).call(OnUndertowOfItsOwn.class))
        .containsExactlyInAnyOrder(
            "1 warnings",
            "200",
            "GET:/greeting 200",
            "RequestFilter",
            "ResponseFilter",
            "PairAlone",
            "UnreadAnnotations");
  }

  @Test
  void tracesWithThePairAloneWhereAClassIsMissing() throws Exception {
    assertThat(
            ClassPath.without("org.jboss.resteasy.core.ResourceMethodRegistry")
                .call(OnAFactoryAlone.class))
        .containsExactlyInAnyOrder(
            "1 warnings", "RequestFilter", "ResponseFilter", "PairAlone", "UnreadAnnotations");
  }

  private static void addRegistered(Iterable<Object> instances, List<String> told) {
    for (Object instance : instances) {
      String name = instance.getClass().getName();
      if (name.startsWith("io.github.jaxrstracing.server.")
          && !(instance instanceof TracingFeature)) {
        told.add(instance.getClass().getSimpleName());
      }
    }
  }

  /** Tells what is registered on a server of its own, and what becomes of one request. */
  public static final class OnUndertowOfItsOwn implements Callable<List<String>>, OnUndertow {
    private final MockTestTracer tracer = new MockTestTracer();

    @Override
    public TestTracer newTracer() {
      return tracer;
    }

    @Override
    public List<String> call() throws Exception {
      List<String> told = new ArrayList<>();
      try (Warnings warnings = new Warnings()) {
        RunningServer server =
            start(new App().with(Greeting.class).with(new TracingFeature(tracer.tracer())));
        addRegistered(ResteasyProviderFactory.getInstance().getInstances(), told);
        told.add(RawRequest.statusOf(server.baseUri().resolve("greeting")));
        server.stop().stop();
        told.add(warnings.take().size() + " warnings");
      }
      tracer.finishedSpans().forEach(span -> told.add(span.name() + ' ' + span.status()));
      return told;
    }
  }

  /** Tells what is registered where RESTEasy is not whole. */
  public static final class OnAFactoryAlone implements Callable<List<String>> {
    @Override
    public List<String> call() {
      List<String> told = new ArrayList<>();
      ResteasyProviderFactory factory = new ResteasyProviderFactoryImpl();
      try (Warnings warnings = new Warnings()) {
        factory.register(new TracingFeature(new MockTestTracer().tracer()));
        told.add(warnings.take().size() + " warnings");
      }
      addRegistered(factory.getInstances(), told);
      return told;
    }
  }
}
