// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.water;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Single messages of stations on the water as a receiver puts them on its line. */
public final class Megaphone {

  private static final char CHANNEL = 'A';

  private final Vdm vdm = new Vdm();
  private int sequence;

  /**
   * An aid tells how it is, message 6.
   *
   * @param light two bits: 1 on, 2 off, 3 failed or reduced
   */
  public byte[] health(int mmsi, double volts, int light) {
    sequence++;
    Charted aid =
        new Charted(0, mmsi, "", 0, 0, 0, 0, "", List.of(), /* lightInput= */ false, false, false);
    return bytes(Talk.monitoring(aid, sequence, volts, light, light == 3, 0, false));
  }

  /** A vessel tells where it is, message 1. */
  public byte[] vessel(
      int mmsi, double latitudeDeg, double longitudeDeg, double knots, double courseDeg) {
    return bytes(Talk.vesselPlace(mmsi, latitudeDeg, longitudeDeg, knots, courseDeg));
  }

  /** A cargo vessel of 60 m by 9 m tells what it is, message 5. */
  public byte[] cargoVessel(int mmsi, String name) {
    return bytes(Talk.vesselKind(mmsi, name, 79, 50, 10, 5, 4));
  }

  private byte[] bytes(SixBits bits) {
    return String.join("", vdm.lines(bits, CHANNEL)).getBytes(StandardCharsets.US_ASCII);
  }
}
