// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.it.comparison;

/**
 * What is registered, and how many spans it makes for each request or call. Untraced comes first.
 */
enum Subject {
  SERVER_UNTRACED("server, untraced", 0),
  SERVER_JAVA_JAXRS("server, java-jaxrs, with a span of the serialization", 2),
  SERVER_JAVA_JAXRS_ONE_SPAN("server, java-jaxrs, without it", 1),
  SERVER_BRAVE("server, Brave", 1),
  CLIENT_UNTRACED("client, untraced", 0),
  CLIENT_JAVA_JAXRS("client, java-jaxrs", 1);

  final String title;
  final int spans;

  Subject(String title, int spans) {
    this.title = title;
    this.spans = spans;
  }

  boolean isClient() {
    return this == CLIENT_UNTRACED || this == CLIENT_JAVA_JAXRS;
  }
}
