// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.contract.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.contract.server.AnnotatedResources.ExcludedClass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.ExcludedSubclass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Named;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OfAnnotatedInterface;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OfInterface;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OnClass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.OnMethod;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Plain;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.PlainLocator;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Proxied;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.Subclass;
import io.github.jaxrstracing.it.contract.server.AnnotatedResources.TracedLocator;
import io.github.jaxrstracing.it.testkit.Behaviour;
import io.github.jaxrstracing.it.testkit.FinishedSpan;
import io.github.jaxrstracing.server.Traced;
import org.junit.jupiter.api.Test;

/** Which requests are traced: {@link Traced} in all its places. */
public abstract class AnnotationContract extends ServerContract {
  /** Called by JUnit. */
  protected AnnotationContract() {}

  @Test
  void tracesAnAnnotatedMethodAndNotItsNeighbour() throws Exception {
    serve(new App().with(OnMethod.class).with(tracing()));

    get("on-method/traced/7");
    get("on-method/plain");

    FinishedSpan span = span();
    assertThat(span.name()).isEqualTo("GET:/on-method/traced/{id}");
    assertThat(span.kind()).isEqualTo("server");
    assertThat(span.parentId()).isNull();
    assertThat(span.isError()).isFalse();
    assertThat(span.logs()).isEmpty();
    assertThat(span.tags())
        .containsEntry("component", "jaxrs")
        .containsEntry("http.method", "GET")
        .containsEntry("http.url", uri("on-method/traced/7").toString())
        .containsEntry("http.status_code", kept(200));
  }

  @Test
  void tracesAnAnnotatedClassButNotItsExcludedMethod() throws Exception {
    serve(new App().with(OnClass.class).with(tracing()));

    get("on-class");
    get("on-class/excluded");

    assertThat(span().name()).isEqualTo("GET:/on-class");
  }

  @Test
  void tracesAnIncludedMethodOfAnExcludedClass() throws Exception {
    serve(new App().with(ExcludedClass.class).with(tracingAll()));

    get("excluded-class");
    get("excluded-class/included");

    assertThat(span().name()).isEqualTo("GET:/excluded-class/included");
  }

  @Test
  void tracesTheSubclassOfAnAnnotatedClass() throws Exception {
    serve(new App().with(Subclass.class).with(tracing()));

    get("subclass");
    get("subclass/inherited");
    get("subclass/excluded");

    assertThat(spans(2))
        .extracting(FinishedSpan::name)
        .containsExactly("GET:/subclass", "GET:/subclass/inherited");
  }

  @Test
  void leavesOutTheSubclassOfAnExcludedClass() throws Exception {
    serve(new App().with(ExcludedSubclass.class).with(tracingAll()));

    String answer = get("excluded-subclass").body();

    assertThat(answer).isEqualTo("excluded");
    assertThat(started()).isZero();
  }

  @Test
  void tracesWhatAnInterfaceAnnotates() throws Exception {
    serve(new App().with(OfInterface.class, OfAnnotatedInterface.class).with(tracing()));

    get("of-interface/traced");
    get("of-interface/plain");
    get("of-annotated-interface");

    assertThat(spans(2))
        .extracting(FinishedSpan::name)
        .containsExactly("GET:/of-interface/traced", "the-interface");
  }

  @Test
  @Behaviour("route with sub-resources")
  void tracesAnAnnotatedSubResourceClass() throws Exception {
    serve(new App().with(PlainLocator.class).with(tracing()));

    get("plain-locator/a/traced/b/leaf");
    get("plain-locator/a/plain/b/leaf");

    FinishedSpan span = span();
    assertThat(span.name()).isEqualTo("GET:/plain-locator/{id}/traced/b/leaf");
    assertThat(span.status()).isEqualTo("200");
  }

  @Test
  @Behaviour("route with sub-resources")
  void tracesWhatAnAnnotatedLocatorLeadsToUnlessThatIsExcluded() throws Exception {
    serve(new App().with(TracedLocator.class).with(tracing()));

    get("traced-locator/plain/leaf");
    get("traced-locator/excluded/leaf");
    get("traced-locator/plain/method-excluded");

    assertThat(span().name()).isEqualTo("GET:/traced-locator/plain/leaf");
  }

  @Test
  void tracesEveryResourceOfAnAnnotatedApplicationUnlessExcluded() throws Exception {
    serve(new TracedApp().with(Plain.class, OnClass.class, ExcludedClass.class).with(tracing()));

    get("plain");
    get("on-class/excluded");
    get("excluded-class");

    assertThat(span().name()).isEqualTo("GET:/plain");
  }

  @Test
  void tracesOnlyWhatIsIncludedInAnExcludedApplication() throws Exception {
    serve(new ExcludedApp().with(Plain.class, OnClass.class).with(tracingAll()));

    get("plain");
    get("on-class");

    assertThat(span().name()).isEqualTo("GET:/on-class");
  }

  @Test
  void seesTheAnnotationsBehindAProxy() throws Exception {
    serve(new App().with(Proxied.class).with(tracing()));

    get("on-method/traced/7");
    get("on-method/plain");

    assertThat(span().name()).isEqualTo("GET:/on-method/traced/{id}");
  }

  @Test
  void takesTheNameFromTheNearestAnnotation() throws Exception {
    serve(new App().with(Named.class).with(tracing()));

    get("named");
    get("named/again");

    assertThat(spans(2)).extracting(FinishedSpan::name).containsExactly("the-class", "the-method");
  }

  @Test
  void callsNoTracerForWhatIsNotAnnotated() throws Exception {
    serve(new App().with(Plain.class, OnClass.class).with(tracing()));

    String answer = get("plain").body();
    get("on-class/excluded");
    get("nowhere");

    assertThat(answer).isEqualTo("plain");
    assertThat(tracerCalls()).isZero();
  }

  @Traced
  static final class TracedApp extends App {}

  @Traced(false)
  static final class ExcludedApp extends App {}
}
