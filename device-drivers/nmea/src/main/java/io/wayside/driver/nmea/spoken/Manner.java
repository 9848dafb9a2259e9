// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.spoken;

/**
 * How one transponder is spoken to.
 *
 * @param aids in which form it takes message 21
 * @param conditions in which form it takes message 6
 * @param area DAC under whose number 10 the authority expects the health of its aids
 */
public record Manner(Form aids, Form conditions, int area) {

  public Manner {
    if (aids == Form.MEB) {
      throw new IllegalArgumentException(
          "announcesIn: MEB knows no message 21; use VDM or VDO, whichever the transponder takes");
    }
    if (area < 0 || area > 1023) {
      throw new IllegalArgumentException(
          "monitorsUnder: " + area + " is no DAC; they go from 0 to 1023");
    }
  }
}
