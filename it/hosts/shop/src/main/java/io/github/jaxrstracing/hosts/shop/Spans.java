// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.hosts.shop;

import io.github.jaxrstracing.server.Traced;
import io.opentracing.mock.MockSpan;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.util.List;
import java.util.stream.Collectors;

/** Lists the finished spans of a trace, one a line. */
@Path("spans")
@Produces(MediaType.TEXT_PLAIN)
@Traced(false)
public class Spans {
  @GET
  public int count() {
    return Shop.TRACER.finishedSpans().size();
  }

  @GET
  @Path("{trace}")
  public String ofTrace(@PathParam("trace") long trace) {
    List<MockSpan> spans =
        Shop.TRACER.finishedSpans().stream()
            .filter(span -> span.context().traceId() == trace)
            .toList();
    return spans.stream().map(span -> line(span, spans)).sorted().collect(Collectors.joining("\n"));
  }

  private static String line(MockSpan span, List<MockSpan> all) {
    String parent =
        all.stream()
            .filter(each -> each.context().spanId() == span.parentId())
            .map(MockSpan::operationName)
            .findFirst()
            .orElse(String.valueOf(span.parentId()));
    return String.join(
        " ",
        String.valueOf(span.tags().get("span.kind")),
        span.operationName(),
        String.valueOf(span.tags().get("http.status_code")),
        String.valueOf(span.tags().get("http.url")),
        "below " + parent,
        "error " + span.tags().get("error"),
        "logs " + span.logEntries().stream().map(Spans::log).toList());
  }

  private static String log(MockSpan.LogEntry entry) {
    return entry.fields().get("error.object").toString();
  }

  /** What this runs on. */
  @GET
  @Path("platform")
  public String platform() {
    return implementation() + ", JDK " + Runtime.version().feature();
  }

  private static String implementation() {
    Class<?> type = RuntimeDelegate.getInstance().getClass();
    try {
      Class<?> version =
          Class.forName("org.glassfish.jersey.internal.Version", true, type.getClassLoader());
      return "Jersey " + version.getMethod("getVersion").invoke(null);
    } catch (ReflectiveOperationException e) { // no Jersey: the jar tells the version
      return String.valueOf(type.getProtectionDomain().getCodeSource().getLocation())
          .replaceAll(".*/([^/]+)\\.jar.*", "$1");
    }
  }
}
