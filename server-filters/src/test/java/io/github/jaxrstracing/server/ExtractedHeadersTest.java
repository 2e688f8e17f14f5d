// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExtractedHeadersTest {
  private final MultivaluedMap<String, String> sent = new MultivaluedHashMap<>();

  @Test
  void namesAreInLowerCase() {
    sent.putSingle("traceparent", "1");
    sent.putSingle("X-B3-TraceId", "2");
    sent.putSingle("ZULU", "3");
    sent.putSingle("a-to_z~", "4");
    sent.putSingle("\u00C4", "5");
    sent.putSingle("\u0130", "6");

    assertThat(read())
        .containsOnlyKeys("traceparent", "x-b3-traceid", "zulu", "a-to_z~", "\u00E4", "i\u0307");
  }

  @Test
  void repeatedHeaderIsOneEntry() {
    sent.put("baggage", List.of("a=1", "b=2"));

    assertThat(read()).containsOnly(Map.entry("baggage", "a=1,b=2"));
  }

  @Test
  void absentValueIsEmpty() {
    sent.put("Content-Type", Arrays.asList((String) null));
    sent.put("none", List.of());

    assertThat(read()).containsOnly(Map.entry("content-type", ""), Map.entry("none", ""));
  }

  @Test
  void entriesMayBeKept() {
    sent.putSingle("One", "1");
    sent.putSingle("Two", "2");
    List<Map.Entry<String, String>> kept = new ArrayList<>();

    new ExtractedHeaders(sent).forEachRemaining(kept::add);

    assertThat(kept).containsExactlyInAnyOrder(Map.entry("one", "1"), Map.entry("two", "2"));
    assertThat(kept.get(0))
        .isEqualTo(Map.entry(kept.get(0).getKey(), kept.get(0).getValue()))
        .hasSameHashCodeAs(Map.entry(kept.get(0).getKey(), kept.get(0).getValue()))
        .hasToString(kept.get(0).getKey() + '=' + kept.get(0).getValue())
        .isNotEqualTo(kept.get(1));
  }

  @Test
  void refusesWhatChangesTheRequest() {
    sent.putSingle("one", "1");
    ExtractedHeaders headers = new ExtractedHeaders(sent);
    Map.Entry<String, String> entry = headers.next();

    assertThatThrownBy(() -> entry.setValue("2")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(headers::remove).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(headers::next).isInstanceOf(NoSuchElementException.class);
  }

  private Map<String, String> read() {
    Map<String, String> all = new TreeMap<>();
    new ExtractedHeaders(sent).forEachRemaining(entry -> all.put(entry.getKey(), entry.getValue()));
    return all;
  }
}
