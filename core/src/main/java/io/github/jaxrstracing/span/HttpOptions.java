// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.log.LogCorrelation;
import io.opentracing.Tracer;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The options of both sides as they were given in code; {@code null} is what was not given.
 *
 * @param tracer gives the tracer
 * @param operationName names the spans
 * @param tags the vocabularies
 * @param captureRequestHeaders the names of headers
 * @param captureResponseHeaders the names of headers
 * @param redactParameters the names of URL parameters beside the usual ones
 * @param redactOnlyParameters the names of URL parameters instead of the usual ones
 * @param dropQuery whether the query is cut off
 * @param urlSanitizer gets each redacted URL last
 * @param expandErrorLogs whether logs of exceptions have class, message and stack as well
 * @param baggageTags the names of baggage items
 * @param maxTagValueLength from how many characters on names and the texts of tags are cut
 * @param logCorrelation whether trace id and span id are in the log\'s context
 * @param logTraceIdKey the key of the trace id there
 * @param logSpanIdKey the key of the span id there
 */
public record HttpOptions(
    @Nullable Supplier<? extends @Nullable Tracer> tracer,
    @Nullable OperationName operationName,
    @Nullable List<HttpTags> tags,
    @Nullable List<String> captureRequestHeaders,
    @Nullable List<String> captureResponseHeaders,
    @Nullable List<String> redactParameters,
    @Nullable List<String> redactOnlyParameters,
    @Nullable Boolean dropQuery,
    @Nullable UnaryOperator<String> urlSanitizer,
    @Nullable Boolean expandErrorLogs,
    @Nullable List<String> baggageTags,
    @Nullable Integer maxTagValueLength,
    @Nullable Boolean logCorrelation,
    @Nullable String logTraceIdKey,
    @Nullable String logSpanIdKey) {
  private static final Map<String, HttpTags> TAGS =
      Map.of(
          "opentracing", HttpTags.OPENTRACING,
          "opentelemetry", HttpTags.OPENTELEMETRY,
          "zipkin", HttpTags.ZIPKIN);

  /**
   * Completes these options with those that are configured elsewhere, and checks them.
   *
   * @param reader reads what was not given in code
   * @param names the operation names that can be chosen by name
   * @param defaultName the operation name by default
   * @param source where the tracer comes from
   * @return the settings
   * @throws IllegalArgumentException when an option cannot be used
   */
  public HttpSettings settings(
      OptionReader reader,
      Map<String, OperationName> names,
      OperationName defaultName,
      TracerSource source) {
    List<String> baggage = reader.list("baggage-tags", baggageTags);
    source.correlate(correlation(reader, source.guard()));
    return new HttpSettings(
        reader.isEverythingOff() ? TracerSource.none(source.guard()) : source,
        source.guard(),
        chosenName(reader, names, defaultName),
        chosenTags(reader),
        headers(reader, "capture-request-headers", captureRequestHeaders),
        headers(reader, "capture-response-headers", captureResponseHeaders),
        new UrlSanitizer(
            secretParameters(reader), reader.flag("drop-query", dropQuery, false), urlSanitizer),
        detail(reader),
        baggage == null ? List.of() : baggage);
  }

  private SpanDetail detail(OptionReader reader) {
    return new SpanDetail(
        reader.flag("expand-error-logs", expandErrorLogs, SpanDetail.DEFAULT.expandErrorLogs()),
        reader.count(
            "max-tag-value-length", maxTagValueLength, SpanDetail.DEFAULT.maxTagValueLength()));
  }

  private @Nullable LogCorrelation correlation(OptionReader reader, Guard guard) {
    boolean isOn = reader.flag("log-correlation", logCorrelation, false);
    String traceIdKey = reader.text("log-trace-id-key", logTraceIdKey);
    String spanIdKey = reader.text("log-span-id-key", logSpanIdKey);
    return isOn
        ? LogCorrelation.of(
            traceIdKey == null ? "trace_id" : traceIdKey,
            spanIdKey == null ? "span_id" : spanIdKey,
            guard)
        : null;
  }

  private OperationName chosenName(
      OptionReader reader, Map<String, OperationName> names, OperationName defaultName) {
    if (operationName != null) {
      return operationName;
    }
    String name = reader.text("operation-name", null);
    return name == null ? defaultName : reader.choice("operation-name", name, names);
  }

  private List<HttpTags> chosenTags(OptionReader reader) {
    if (tags != null) {
      return tags;
    }
    List<String> names = reader.list("tags", null);
    if (names == null) {
      return List.of(HttpTags.OPENTRACING);
    }
    return names.stream().map(name -> reader.choice("tags", name, TAGS)).toList();
  }

  private static List<CapturedHeader> headers(
      OptionReader reader, String option, @Nullable List<String> given) {
    List<String> names = reader.list(option, given);
    if (names == null) {
      return List.of();
    }
    for (String name : names) {
      if (!HeaderSyntax.isName(name)) {
        throw reader.invalid(option, name, "names of HTTP headers");
      }
    }
    return names.stream().map(CapturedHeader::of).toList();
  }

  private Collection<String> secretParameters(OptionReader reader) {
    List<String> only = reader.list("redact-only-parameters", redactOnlyParameters);
    List<String> more = reader.list("redact-parameters", redactParameters);
    Set<String> secret = new TreeSet<>(only == null ? UrlSanitizer.SECRET_PARAMETERS : only);
    secret.addAll(more == null ? List.of() : more);
    return secret;
  }
}
