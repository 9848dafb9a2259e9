// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

import java.util.List;
import java.util.Locale;

/** A gauge and its battery as transducers with names of the maker's own, one of them broken. */
public final class TideGauge implements Instrument {

  private final Tide tide;
  private final double batteryV;

  public TideGauge(Tide tide, double batteryV) {
    this.tide = tide;
    this.batteryV = batteryV;
  }

  /** Above the datum, to the centimetre. */
  public double levelM(double seconds) {
    return Math.round(tide.levelM(seconds) * 100) / 100.0;
  }

  @Override
  public List<String> says(double seconds) {
    return List.of(
        String.format(
            Locale.ROOT,
            "YXXDR,D,%.2f,M,TIDE,U,%.2f,V,BATT,C,,C,AIRTEMP",
            levelM(seconds),
            batteryV));
  }
}
