// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes sentences as instruments do. */
public final class SentenceWriter {

  private SentenceWriter() {}

  /** With its start, check sum and line end; {@code body} is what lies between. */
  public static byte[] plain(String body) {
    return started('$', body);
  }

  /** As those that carry packed bits, which start with an exclamation mark. */
  public static byte[] packed(String body) {
    return started('!', body);
  }

  private static byte[] started(char start, String body) {
    byte sum = 0;
    for (byte each : body.getBytes(StandardCharsets.US_ASCII)) {
      sum ^= each;
    }
    return String.format(Locale.ROOT, "%c%s*%02X\r\n", start, body, sum)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /** Degrees and minutes, and the hemisphere, as two fields. */
  static String latitude(double degrees) {
    return angle(degrees, 2, "N", "S");
  }

  static String longitude(double degrees) {
    return angle(degrees, 3, "E", "W");
  }

  private static String angle(double degrees, int digits, String positive, String negative) {
    long tenThousandths = Math.round(Math.abs(degrees) * 60 * 10_000);
    long whole = tenThousandths / 600_000;
    double minutes = (tenThousandths % 600_000) / 10_000.0;
    return String.format(
        Locale.ROOT,
        "%0" + digits + "d%07.4f,%s",
        whole,
        minutes,
        degrees < 0 ? negative : positive);
  }

  /** Time of day of so many seconds since midnight. */
  static String time(double seconds) {
    long whole = (long) seconds;
    return String.format(
        Locale.ROOT,
        "%02d%02d%05.2f",
        whole / 3_600 % 24,
        whole / 60 % 60,
        whole % 60 + (seconds - whole));
  }
}
