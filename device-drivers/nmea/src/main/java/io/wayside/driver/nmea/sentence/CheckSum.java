// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.sentence;

import java.util.Locale;

/** Ends sentences as they are sent. */
public final class CheckSum {

  private CheckSum() {}

  /**
   * A sentence with its check sum and line end.
   *
   * @param text beginning with {@code $} or {@code !}, which the sum leaves out
   */
  public static String ended(String text) {
    int sum = 0;
    for (int i = 1; i < text.length(); i++) {
      sum ^= text.charAt(i);
    }
    return String.format(Locale.ROOT, "%s*%02X\r\n", text, sum & 0xff);
  }
}
