// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.docs;

import static io.github.jaxrstracing.it.testkit.Waiting.awaitSoon;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentracing.Tracer;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@OnPage("docs/cdi.md")
@Timeout(60)
class CdiSnippetsTest {
  @Path("plain")
  public static class Plain {
    @GET
    public String get() {
      return "ok";
    }
  }

  @Test
  void requestsUseTheBeanAndItsEndSendsThem(@Shown("TracerBean") Snippet shown) throws Exception {
    try (Backend backend = new Backend()) {
      Class<?> bean = shown.with("localhost:4318", backend.authority()).type();
      try (SeContainer container =
              SeContainerInitializer.newInstance()
                  .setClassLoader(bean.getClassLoader())
                  .addBeanClasses(bean)
                  .initialize();
          ServedApplication server = new ServedApplication(new ResourceConfig(Plain.class))) {
        assertThat(container.select(Tracer.class).get()).isNotNull();
        assertThat(server.get("/plain").body()).isEqualTo("ok");
      }

      awaitSoon().until(() -> backend.text().contains("GET:/plain"));
    }
  }
}
