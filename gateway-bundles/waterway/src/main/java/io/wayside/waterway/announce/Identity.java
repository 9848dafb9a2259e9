// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.announce;

import io.wayside.core.water.Presence;
import io.wayside.waterway.aid.Footing;
import io.wayside.waterway.aid.Place;

/**
 * As whom an aid is announced.
 *
 * @param mmsi 99MIDaaaa; of a virtual aid 99MID6aaa
 * @param kind as AIS counts kinds of aids, 0 to 31
 * @param synthetic the aid is there, and the transponder is not on it
 */
public record Identity(
    int mmsi, int kind, String name, Footing footing, boolean synthetic, Place charted) {

  private static final int AIDS = 99;
  private static final int LOWEST_MID = 201;
  private static final int HIGHEST_MID = 775;
  private static final int OF_VIRTUAL_AIDS = 6;

  public Identity {
    if (mmsi / 10_000_000 != AIDS || !isMid(mmsi / 10_000 % 1000)) {
      throw new IllegalArgumentException(
          "mmsi: %09d is no number of an aid; those are 99MIDaaaa, such as 995741007 with MID 574"
                  .formatted(mmsi)
              + " of Viet Nam; the authority gives them out");
    }
    boolean numberOfVirtual = mmsi / 1000 % 10 == OF_VIRTUAL_AIDS;
    if (numberOfVirtual != (footing == Footing.VIRTUAL)) {
      throw new IllegalArgumentException(
          "mmsi: %09d %s; virtual aids have 99MID6aaa, and no others do"
              .formatted(
                  mmsi,
                  numberOfVirtual
                      ? "is of a virtual aid, and this one is " + footing
                      : "is of a real aid, and this one is virtual"));
    }
    if (synthetic && footing == Footing.VIRTUAL) {
      throw new IllegalArgumentException(
          "synthetic: a virtual aid is not there, so nobody speaks for it in its stead; leave it"
              + " out");
    }
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "aidName: give the name that charts show, up to 34 letters A to Z and digits");
    }
  }

  private static boolean isMid(int digits) {
    return digits >= LOWEST_MID && digits <= HIGHEST_MID;
  }

  public Presence presence() {
    if (footing == Footing.VIRTUAL) {
      return Presence.VIRTUAL;
    }
    return synthetic ? Presence.SYNTHETIC : Presence.REAL;
  }
}
