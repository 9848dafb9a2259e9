// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.toll.radio;

import java.util.SplittableRandom;

/**
 * Whether a tag answers an antenna, and how strongly it is heard: the wave must bring the chip its
 * power, and comes back over the same way.
 *
 * @param transmitDbm at the antenna's connector
 * @param tagGainDbi of a tag on a windscreen
 * @param chipDbm at which a chip answers every second time
 * @param backscatterDb what the chip gives back is weaker by so much
 */
public record AirLink(double transmitDbm, double tagGainDbi, double chipDbm, double backscatterDb) {

  /** A licensed reader and a windscreen tag of the usual kind. */
  public static final AirLink USUAL = new AirLink(30, 1, -17, 6);

  /** Between nearly never and nearly always lie a few dB. */
  private static final double SLOPE_DB = 1;

  private static final double BEST = 0.95;
  private static final double NOISE_DB = 1;

  /** Power at the chip for a gain of the antenna and a loss on the way, in dBm. */
  public double atChipDbm(double antennaDbi, double lossDb) {
    return transmitDbm + antennaDbi + tagGainDbi - lossDb;
  }

  /** How likely the tag answers in one round. */
  public double answers(double atChipDbm) {
    return BEST / (1 + Math.exp((chipDbm - atChipDbm) / SLOPE_DB));
  }

  /** Strength at which the answer is heard, without noise. */
  public double heardDbm(double atChipDbm, double antennaDbi, double lossDb) {
    return atChipDbm - backscatterDb + tagGainDbi + antennaDbi - lossDb;
  }

  /** As the reader says it: noisy, whole dBm, within a signed byte. */
  public static int saidDbm(double heardDbm, SplittableRandom random) {
    double noisy = heardDbm + NOISE_DB * random.nextGaussian();
    return (int) Math.max(-128, Math.min(0, Math.round(noisy)));
  }
}
