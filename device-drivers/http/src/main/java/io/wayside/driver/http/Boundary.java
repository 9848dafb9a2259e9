// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line between parts, as the head of an answer names it (RFC 2046, 5.1.1). */
final class Boundary {

  private static final Pattern TYPE = Pattern.compile("(?i)\\s*multipart/.*");
  private static final Pattern NAMED =
      Pattern.compile("(?i);\\s*boundary\\s*=\\s*(?:\"([^\"]{1,200})\"|([^\\s;\"]{1,200}))");

  private Boundary() {}

  static boolean isMultipart(String contentType) {
    return TYPE.matcher(contentType).matches();
  }

  /**
   * The bytes that stand at the beginning of a line between parts: two hyphens and the name. Many
   * cameras write the two hyphens into the name and do not repeat them.
   */
  static Optional<byte[]> delimiter(String contentType) {
    Matcher named = NAMED.matcher(contentType);
    if (!named.find()) {
      return Optional.empty();
    }
    String name = named.group(1) != null ? named.group(1) : named.group(2);
    // All hyphens before the name count as one beginning, however many are sent.
    String bare = name.replaceFirst("^-+", "");
    return bare.isEmpty()
        ? Optional.empty()
        : Optional.of(("--" + bare).getBytes(StandardCharsets.ISO_8859_1));
  }
}
