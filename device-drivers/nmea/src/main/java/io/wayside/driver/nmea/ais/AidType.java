// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.nmea.ais;

import java.util.List;

/** Kinds of aids as messages 21 and 28 count them. */
public final class AidType {

  private static final List<String> KINDS =
      List.of(
          "unspecified",
          "reference point",
          "racon",
          "fixed structure",
          "emergency wreck mark",
          "light without sectors",
          "light with sectors",
          "leading light front",
          "leading light rear",
          "beacon cardinal north",
          "beacon cardinal east",
          "beacon cardinal south",
          "beacon cardinal west",
          "beacon port hand",
          "beacon starboard hand",
          "beacon preferred channel port hand",
          "beacon preferred channel starboard hand",
          "beacon isolated danger",
          "beacon safe water",
          "beacon special mark",
          "buoy cardinal north",
          "buoy cardinal east",
          "buoy cardinal south",
          "buoy cardinal west",
          "buoy port hand",
          "buoy starboard hand",
          "buoy preferred channel port hand",
          "buoy preferred channel starboard hand",
          "buoy isolated danger",
          "buoy safe water",
          "buoy special mark",
          "light vessel, large buoy or rig");

  private AidType() {}

  /** In words. */
  public static String of(int type) {
    return type < KINDS.size() ? KINDS.get(type) : "reserved";
  }
}
