// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.quickstart;

import io.github.jaxrstracing.log.JulSpanHandler;
import io.github.jaxrstracing.server.Traced;
import io.github.jaxrstracing.server.TracingFeature;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What a service logs while its span is active; a response of 200 hides the error otherwise. */
final class ErrorLogTopic implements Topic {
  private static final Logger LOGGER = Logger.getLogger("shop.Mail");

  static {
    LOGGER.setUseParentHandlers(false); // the screen is for the span
  }

  @Override
  public String code() {
    return """
        LOGGER.addHandler(handler); // a JulSpanHandler

        LOGGER.log(Level.SEVERE, "mail not sent", new IOException("mailbox full"));
        """;
  }

  @Override
  public List<String> result() throws IOException, InterruptedException {
    MockTracer tracer = new MockTracer();
    JulSpanHandler handler = new JulSpanHandler();
    LOGGER.addHandler(handler); // a JulSpanHandler
    try {
      return new Stage(tracer)
          .ask(new TracingFeature(tracer), new Mail(), List.of("/mail"))
          .lines(List.of("error", "http.status_code")::contains);
    } finally {
      LOGGER.removeHandler(handler);
    }
  }

  /** The service. */
  @Path("mail")
  @Traced
  public static final class Mail {
    @GET
    public String send() {
      LOGGER.log(Level.SEVERE, "mail not sent", new IOException("mailbox full"));
      return "later";
    }
  }
}
