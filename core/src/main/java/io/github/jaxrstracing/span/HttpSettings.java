// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import java.util.List;

/**
 * What the spans of one feature have in common.
 *
 * @param tracer where the tracer comes from
 * @param guard takes what the tracer throws
 * @param operationName names the spans
 * @param tags the vocabularies, at least one; the first one names the spans
 * @param requestHeaders the request headers to capture
 * @param responseHeaders the response headers to capture
 * @param urls makes URLs fit for tags
 * @param detail how much the spans tell
 * @param baggageTags the names of the baggage items that become tags
 */
public record HttpSettings(
    TracerSource tracer,
    Guard guard,
    OperationName operationName,
    List<HttpTags> tags,
    List<CapturedHeader> requestHeaders,
    List<CapturedHeader> responseHeaders,
    UrlSanitizer urls,
    SpanDetail detail,
    List<String> baggageTags) {
  /**
   * Tells whether names depend on method and resource method alone, so that they can be kept.
   *
   * @return whether the naming is one of {@link OperationName}'s own
   */
  public boolean isNameFixed() {
    return operationName == OperationName.route()
        || operationName == OperationName.httpMethod()
        || operationName == OperationName.classMethod();
  }
}
