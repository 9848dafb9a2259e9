// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.heard;

import java.util.Locale;

/** Who speaks, as the wire names it. */
final class Names {

  private Names() {}

  static String mmsi(int number) {
    return String.format(Locale.ROOT, "mmsi:%09d", number);
  }

  static String talker(String letters) {
    return "nmea:" + letters;
  }

  /** Gauges are numbered within a country. */
  static String gauge(String country, int number) {
    return "gauge:" + gaugeId(country, number);
  }

  static String gaugeId(String country, int number) {
    return clean(country) + number;
  }

  static String bridge(String country, int section, String object, int hectometre) {
    return String.format(
        Locale.ROOT, "bridge:%s-%05d-%s-%05d", clean(country), section, clean(object), hectometre);
  }

  /** Letters and digits alone: what comes over the air may have anything in its place. */
  private static String clean(String text) {
    return text.replaceAll("[^A-Za-z0-9]", "");
  }
}
