// SPDX-License-Identifier: Apache-2.0
package io.github.jaxrstracing.span;

import java.util.regex.Pattern;

/** Tells addresses from names, without ever asking a name server. */
final class IpAddress {
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  // Seven colons, or fewer with one gap; an IPv4 address may stand for the last two groups.
  private static final Pattern IPV6 =
      Pattern.compile(
          "(?=.*::|(?:[^:]+:){6,7}[^:]+$)(?!.*::.*::)(?!.*:::)"
              + "[0-9a-fA-F:]+(?:(?<=:)[\\d.]+)?(?:%[\\w.-]+)?");
  private static final int LONGEST = 80;

  private IpAddress() {}

  static boolean isLiteral(String host) {
    return host.length() <= LONGEST
        && (IPV4.matcher(host).matches() || IPV6.matcher(host).matches());
  }
}
