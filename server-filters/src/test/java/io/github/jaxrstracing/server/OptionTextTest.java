// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.it.testkit.OptionTexts;
import io.github.jaxrstracing.span.FeatureTracer;
import io.github.jaxrstracing.span.OptionReader;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever stands in the configuration: it works, or the message says what does. */
class OptionTextTest {
  @Property
  void isUsedOrRefusedWithItsName(
      @ForAll("options") String option, @ForAll("values") String value) {
    FeatureTracer tracer = new FeatureTracer(() -> null);
    Map<String, String> configuration = Map.of(option, value);
    OptionReader reader =
        new OptionReader("jaxrs-tracing.server.", configuration::get, tracer.guard());
    try {
      TracingFeature.builder().options().settings(reader, tracer.source());
    } catch (IllegalArgumentException refused) {
      assertThat(refused).hasMessageContaining(option).hasMessageContaining("valid are");
    }
  }

  @Provide
  Arbitrary<String> options() {
    return OptionTexts.options(ServerTracingProperties.class);
  }

  @Provide
  Arbitrary<String> values() {
    return OptionTexts.values();
  }
}
