// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.resteasy;

import io.github.jaxrstracing.it.contract.server.ActiveSpanContract;
import io.github.jaxrstracing.it.contract.server.AnnotationContract;
import io.github.jaxrstracing.it.contract.server.AsyncContract;
import io.github.jaxrstracing.it.contract.server.BodyContract;
import io.github.jaxrstracing.it.contract.server.ErrorContract;
import io.github.jaxrstracing.it.contract.server.GuardContract;
import io.github.jaxrstracing.it.contract.server.HostileContract;
import io.github.jaxrstracing.it.contract.server.MatchingContract;
import io.github.jaxrstracing.it.contract.server.PropagationContract;
import io.github.jaxrstracing.it.contract.server.RegistrationContract;
import io.github.jaxrstracing.it.testkit.MockTestTracer;
import io.github.jaxrstracing.it.testkit.TestTracer;
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
  class Hostile extends HostileContract implements Here {}

  @Nested
  class Matching extends MatchingContract implements Here {}

  @Nested
  class Propagation extends PropagationContract implements Here {}

  @Nested
  class Race extends OneAnswerContract implements Here {}

  @Nested
  class Registration extends RegistrationContract implements Here {}

  @Nested
  class RestEasy extends RestEasyContract implements Here {}
}
