// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jaxrstracing.HttpTags;
import io.github.jaxrstracing.OperationName;
import io.github.jaxrstracing.span.UrlSanitizer;
import io.opentracing.mock.MockTracer;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/** What a sanitized URL promises, for every tag of a finished span in every vocabulary. */
class RedactionTest {
  private final MockTracer tracer = new MockTracer();
  private final Client client =
      ClientBuilder.newClient()
          .register(
              ClientTracingFeature.builder()
                  .tracer(tracer)
                  .tags(HttpTags.OPENTRACING, HttpTags.OPENTELEMETRY, HttpTags.ZIPKIN)
                  .operationName(OperationName.route())
                  .captureRequestHeaders("Referer")
                  .captureResponseHeaders("Location")
                  .build())
          .register(
              (ClientRequestFilter)
                  request ->
                      request.abortWith(
                          Response.seeOther(request.getUri())
                              .header("Referer", request.getUri())
                              .build()));

  @AfterProperty
  void closeClient() {
    client.close();
  }

  @Property(tries = 300)
  void noTagTellsUserinfoOrAListedValue(@ForAll("secretUris") SecretUri secret) {
    client.target(secret.uri()).request().header("Referer", secret.uri()).get().close();

    assertThat(tracer.finishedSpans()).hasSize(1);
    String told =
        tracer.finishedSpans().get(0).tags() + tracer.finishedSpans().get(0).operationName();
    tracer.reset();
    assertThat(told)
        .contains("http.url", "url.full", "http.path", "http.request.header.referer")
        .contains("http.response.header.location")
        .doesNotContain(secret.user())
        .doesNotContain(secret.value());
  }

  @Provide
  Arbitrary<SecretUri> secretUris() {
    Arbitrary<String> word =
        Arbitraries.strings().withCharRange('a', 'z').withChars("0123456789.-_~!$*").ofMaxLength(9);
    Arbitrary<String> name =
        Arbitraries.of(UrlSanitizer.SECRET_PARAMETERS)
            .flatMap(n -> Arbitraries.of(n, n.toUpperCase(java.util.Locale.ROOT), encoded(n)));
    return Combinators.combine(
            Arbitraries.of("http", "https"),
            word,
            Arbitraries.of("localhost", "example.com:8080", "[::1]:80"),
            Arbitraries.of("", "/", "/orders/7", "/a;b=c"),
            Arbitraries.of("?", "?a=b&", ";"),
            name,
            word)
        .as(
            (scheme, user, host, path, separator, parameter, value) -> {
              String secretUser = "USER" + user + "RESU";
              String secretValue = "VALUE" + value + "EULAV";
              String query = separator.equals(";") && path.isEmpty() ? "/;" : separator;
              return new SecretUri(
                  URI.create(
                      scheme
                          + "://"
                          + secretUser
                          + ":pass@"
                          + host
                          + path
                          + query
                          + parameter
                          + '='
                          + secretValue),
                  secretUser,
                  secretValue);
            });
  }

  private static String encoded(String name) {
    return String.format("%%%02X", (int) name.charAt(0)) + name.substring(1);
  }

  record SecretUri(URI uri, String user, String value) {}
}
