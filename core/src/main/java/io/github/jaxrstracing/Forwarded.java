// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing;

import org.jspecify.annotations.Nullable;

/**
 * What the client asked for, before proxies forwarded it: read from {@code Forwarded} (RFC 7239),
 * else from {@code X-Forwarded-*}, else from the request itself.
 *
 * @param clientAddress the IP address of the client, {@code null} when it is unknown
 * @param scheme the scheme that the client used, {@code null} when it is unknown
 * @param host the host that the client asked for, {@code null} when it is unknown
 * @param port the port that the client asked for, -1 when it is unknown
 */
public record Forwarded(
    @Nullable String clientAddress, @Nullable String scheme, @Nullable String host, int port) {}
