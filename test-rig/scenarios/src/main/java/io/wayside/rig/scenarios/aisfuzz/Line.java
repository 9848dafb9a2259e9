// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.aisfuzz;

import java.util.Locale;

/** Sentences as the rig writes them, apart from the driver's encoder. */
final class Line {

  private static final String ARMOUR =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw";

  private static final int MESSAGE = 168;

  private Line() {}

  static String of(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      sum ^= text.charAt(i);
    }
    return String.format(Locale.ROOT, "!%s*%02X\r\n", text, sum);
  }

  /** Where a vessel with this number is. */
  static String vessel(int mmsi) {
    StringBuilder bits = new StringBuilder("000001" + "00");
    for (int bit = 29; bit >= 0; bit--) {
      bits.append(mmsi >>> bit & 1);
    }
    while (bits.length() < MESSAGE) {
      bits.append('0');
    }
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < MESSAGE; at += 6) {
      letters.append(ARMOUR.charAt(Integer.parseInt(bits.substring(at, at + 6), 2)));
    }
    return of("AIVDM,1,1,,A," + letters + ",0");
  }
}
