// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.cxf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jaxrstracing.it.contract.server.App;
import io.github.jaxrstracing.it.contract.server.RegistrationContract;
import io.github.jaxrstracing.server.Traced;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/**
 * CXF itself refuses an application with two singletons of one class, and what is made for a whole
 * bus does not see what an application registers.
 */
abstract class RegistrationOnCxf extends RegistrationContract {
  @Override
  @Test
  protected void makesOneSpanWhenTheFeatureIsRegisteredTwice() {
    assertThatThrownBy(() -> serve(new App().with(tracing(), tracing())))
        .rootCause()
        .hasMessageContaining("More than one instance of the same singleton class");
  }

  @Override
  @Test
  protected void tellsOnceThatResourcesAreTracedButNoFeatureIsRegistered() throws Exception {
    serve(new App().with(Marked.class));

    get("marked");

    assertThat(started()).isZero();
    assertThat(takeWarnings()).isEmpty();
  }

  @Path("marked")
  @Traced
  public static class Marked {
    @GET
    public String get() {
      return "marked";
    }
  }
}
