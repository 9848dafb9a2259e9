// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as it came.
 *
 * @param path with query
 * @param headers by name in lower case
 */
record Request(String method, String path, Map<String, String> headers, String body) {

  private static final int LONGEST = 65_536;

  static Request read(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0 || head.length() > 16_384) {
        throw new IOException("a request that is none");
      }
      head.append((char) next);
    }
    String[] lines = head.toString().split("\r\n", -1);
    Map<String, String> headers = new TreeMap<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.put(
            lines[i].substring(0, colon).toLowerCase(Locale.ROOT),
            lines[i].substring(colon + 1).strip());
      }
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    if (length > LONGEST) {
      throw new IOException("a request of " + length + " bytes");
    }
    String[] first = lines[0].split(" ", -1);
    return new Request(
        first[0], first[1], headers, new String(in.readNBytes(length), StandardCharsets.UTF_8));
  }

  Map<String, String> identification() {
    Map<String, String> said = new TreeMap<>();
    String text = headers.getOrDefault("authorization", "").replaceFirst("^Digest ", "");
    for (String pair : text.split(", ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        said.put(
            pair.substring(0, equals).strip(),
            pair.substring(equals + 1).replaceAll("^\"|\"$", ""));
      }
    }
    return said;
  }
}
