// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot.site;

/** A valid document that a test changes in one place. */
final class SiteDocument {

  static final String VALID =
      """
      {
        "gateway": { "id": "hp-ql10-km12", "tenant": "hai-phong", "name": "Trạm cân Km 12" },
        "journal": { },
        "devices": {
          "scale-1": { "type": "indicator", "link": "serial:/dev/ttyUSB0?9600,8N1",
                       "scaleInterval": "20 kg" },
          "lamp-1": { "type": "lamp" }
        },
        "stations": {
          "lane-1": { "type": "weighing", "scaleDevice": "scale-1", "vehicleGap": "3 s" }
        },
        "uplinks": { "centre": { "type": "mqtt", "brokers": ["tcp://broker.example:1883"] } }
      }
      """;

  private SiteDocument() {}

  /** The valid document with one text replaced, which must be there exactly once. */
  static String with(String text, String replacement) {
    int at = VALID.indexOf(text);
    if (at < 0 || VALID.indexOf(text, at + 1) >= 0) {
      throw new IllegalArgumentException("not exactly once in the document: " + text);
    }
    return VALID.replace(text, replacement);
  }
}
