// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.util.List;
import java.util.Locale;

/**
 * A sounder over a tide. It says the depth twice: DPT with the offset of its transducer, DBT
 * without, so that the two disagree as they do in reality; and how warm the water is.
 */
public final class Sounder implements Instrument {

  private final Tide tide;
  private final double bedM;
  private final double offsetM;
  private final double waterCel;

  /**
   * A sounder.
   *
   * @param bedM of the bed, above the datum of the tide; most often negative
   * @param offsetM from the transducer up to the water line
   */
  public Sounder(Tide tide, double bedM, double offsetM, double waterCel) {
    this.tide = tide;
    this.bedM = bedM;
    this.offsetM = offsetM;
    this.waterCel = waterCel;
  }

  /** From the water line to the bed, to the centimetre. */
  public double depthM(double seconds) {
    return Math.round((tide.levelM(seconds) - bedM) * 100) / 100.0;
  }

  @Override
  public List<String> says(double seconds) {
    double below = depthM(seconds) - offsetM;
    return List.of(
        String.format(Locale.ROOT, "SDDPT,%.2f,%.2f,", below, offsetM),
        String.format(
            Locale.ROOT, "SDDBT,%.1f,f,%.2f,M,%.1f,F", below / 0.3048, below, below / 1.8288),
        String.format(Locale.ROOT, "SDMTW,%.1f,C", waterCel));
  }
}
