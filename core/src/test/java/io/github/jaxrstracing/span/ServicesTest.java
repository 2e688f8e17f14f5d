// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.TracingEnvironment;
import io.github.jaxrstracing.it.testkit.Warnings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServicesTest {
  /** Can be loaded. */
  public static final class Good implements TracingEnvironment {}

  /** Cannot be made. */
  public static final class Broken implements TracingEnvironment {
    public Broken() {
      throw new IllegalStateException("for this test");
    }
  }

  @Test
  void leavesOutWhatCannotBeLoadedAndLoadsTheRest(@TempDir Path folder) throws IOException {
    try (Warnings warnings = new Warnings();
        ServiceFiles files =
            new ServiceFiles(
                folder,
                TracingEnvironment.class,
                "no.such.Provider",
                Broken.class.getName(),
                Good.class.getName())) {
      assertThat(files).isNotNull();

      assertThat(Services.load(TracingEnvironment.class, new Guard()))
          .singleElement()
          .isInstanceOf(Good.class);
      assertThat(warnings.messages()).hasSize(1);
    }
  }
}
