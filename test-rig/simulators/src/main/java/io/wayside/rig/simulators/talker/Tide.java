// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.talker;

/** Water that rises and falls by a sine, once in 12 hours 25 minutes. */
public record Tide(double meanM, double amplitudeM) {

  private static final double PERIOD_S = 44_714;

  /** Above the datum. */
  public double levelM(double seconds) {
    return meanM + amplitudeM * Math.sin(2 * Math.PI * seconds / PERIOD_S);
  }
}
