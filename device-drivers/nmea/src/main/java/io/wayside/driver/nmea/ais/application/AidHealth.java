// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais.application;

import io.wayside.driver.nmea.ais.bits.Teller;

/**
 * How an aid says it is.
 *
 * @param racon 0 none fitted, 1 not monitored, 2 operational, 3 faulty
 * @param light 0 none or not monitored, 1 on, 2 off, 3 failed or with reduced range; off is no
 *     fault by day
 * @param alarm of its own health
 */
public record AidHealth(int racon, int light, boolean alarm) {

  public void tell(Teller to) {
    to.whole("racon", racon);
    to.text(
        "raconText",
        switch (racon) {
          case 0 -> "none";
          case 1 -> "not-monitored";
          case 2 -> "operational";
          default -> "faulty";
        });
    to.whole("light", light);
    to.text(
        "lightText",
        switch (light) {
          case 0 -> "none-or-not-monitored";
          case 1 -> "on";
          case 2 -> "off";
          default -> "failed-or-reduced";
        });
    to.whole("health", alarm ? 1 : 0);
    to.text("healthText", alarm ? "alarm" : "good");
  }
}
