// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.jersey;

import io.github.jaxrstracing.it.contract.ActiveSpanContract;
import io.github.jaxrstracing.it.contract.AnnotationContract;
import io.github.jaxrstracing.it.contract.AsyncContract;
import io.github.jaxrstracing.it.contract.BodyContract;
import io.github.jaxrstracing.it.contract.ErrorContract;
import io.github.jaxrstracing.it.contract.GuardContract;
import io.github.jaxrstracing.it.contract.MatchingContract;
import io.github.jaxrstracing.it.contract.MockTestTracer;
import io.github.jaxrstracing.it.contract.PropagationContract;
import io.github.jaxrstracing.it.contract.RegistrationContract;
import io.github.jaxrstracing.it.contract.TestTracer;
import org.junit.jupiter.api.Nested;

/** The contract in a servlet container with OpenTracing's own tracer. */
class MockOnJettyTest {
  interface Here extends OnJetty {
    @Override
    default TestTracer newTracer() {
      return new MockTestTracer();
    }
  }

  @Nested
  class ActiveSpan extends ActiveSpanContract implements Here {}

  @Nested
  class Annotation extends AnnotationContract implements Here {}

  @Nested
  class Async extends AsyncContract implements Here {}

  @Nested
  class Body extends BodyContract implements Here {}

  @Nested
  class Error extends ErrorContract implements Here {}

  @Nested
  class Guard extends GuardContract implements Here {}

  @Nested
  class Jersey extends JerseyContract implements Here {}

  @Nested
  class Matching extends MatchingContract implements Here {}

  @Nested
  class Propagation extends PropagationContract implements Here {}

  @Nested
  class Registration extends RegistrationContract implements Here {}
}
