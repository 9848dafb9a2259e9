// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a gateway hears: {@code 192.0.2.7:5095}, {@code gate-2.example:5095}, {@code
 * [2001:db8::7]:5095}.
 *
 * @param host a name or an address, without brackets
 */
record HostPort(String host, int port) {

  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.]+(?:%[\\w.-]+)?)]|([\\w.-]+)):(\\d{1,5})");
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException that quotes the text and shows the right form
   */
  static HostPort parse(String what, String text) {
    Matcher form = FORM.matcher(text);
    if (form.matches() && Integer.parseInt(form.group(3)) <= HIGHEST_PORT) {
      String host = form.group(1) == null ? form.group(2) : form.group(1);
      return new HostPort(host, Integer.parseInt(form.group(3)));
    }
    throw new IllegalArgumentException(
        what
            + " \""
            + text
            + "\" is no host and port; write it as 192.0.2.7:5095 or [2001:db8::7]:5095");
  }

  /** Asks the resolver where it is a name; may take long then. */
  InetSocketAddress resolve() {
    return new InetSocketAddress(host, port);
  }

  @Override
  public String toString() {
    return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }
}
