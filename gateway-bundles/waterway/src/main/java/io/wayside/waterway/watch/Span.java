// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.watch;

import java.util.Locale;

/** Spans of time for rules, and in words. */
final class Span {

  static final long SECOND = 1_000_000_000L;
  static final long MINUTE = 60 * SECOND;
  static final long HOUR = 60 * MINUTE;
  static final long DAY = 24 * HOUR;

  private Span() {}

  /** In the unit in which people would say it. */
  static String words(long nanos) {
    double seconds = nanos / 1e9;
    if (seconds < 120) {
      return String.format(Locale.ROOT, "%.0f s", seconds);
    }
    if (seconds < 2 * 3600) {
      return String.format(Locale.ROOT, "%.0f min", seconds / 60);
    }
    return seconds < 2 * 86400
        ? String.format(Locale.ROOT, "%.1f h", seconds / 3600)
        : String.format(Locale.ROOT, "%.1f d", seconds / 86400);
  }

  static String metres(double metres) {
    return String.format(Locale.ROOT, "%.0f m", metres);
  }
}
