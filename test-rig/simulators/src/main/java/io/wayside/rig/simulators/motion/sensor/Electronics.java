// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

/**
 * From a force to a number: amplifier, surroundings, converter.
 *
 * @param gain units per newton (or per what the probe feels) at 20 °C
 * @param gainScatter standard deviation of the true gain around it, relative; nobody tells the
 *     reader
 * @param gainPerC relative change of the gain per °C, compounding
 * @param timeConstantS high-pass of a charge amplifier; 0 for none
 * @param offset units at 20 °C with nothing on the road
 * @param offsetPerC units per °C
 * @param noise standard deviation of white noise, units
 * @param hum amplitude of the mains' 50 Hz, units
 * @param clip the converter ends at plus and minus this, units; infinite for none
 * @param bits of the converter over both signs; 0 for none
 */
public record Electronics(
    double gain,
    double gainScatter,
    double gainPerC,
    double timeConstantS,
    double offset,
    double offsetPerC,
    double noise,
    double hum,
    double clip,
    int bits) {
  /** Nothing but a gain. */
  public static Electronics ideal(double gain) {
    return new Electronics(gain, 0, 0, 0, 0, 0, 0, 0, Double.POSITIVE_INFINITY, 0);
  }

  /** A converter needs a range. */
  public Electronics {
    if (bits > 0 && Double.isInfinite(clip)) {
      throw new IllegalArgumentException(
          "Electronics: " + bits + " bits without a range; state where it clips");
    }
  }

  /** The same with a true gain that differs by the given deviation. */
  public Electronics scattered(double relative) {
    return new Electronics(
        gain, relative, gainPerC, timeConstantS, offset, offsetPerC, noise, hum, clip, bits);
  }

  /** The same in changing temperature: relative gain per °C, units of offset per °C. */
  public Electronics warmed(double gainPerDegree, double offsetPerDegree) {
    return new Electronics(
        gain,
        gainScatter,
        gainPerDegree,
        timeConstantS,
        offset,
        offsetPerDegree,
        noise,
        hum,
        clip,
        bits);
  }

  /** The same behind a high-pass. */
  public Electronics highPassed(double seconds) {
    return new Electronics(
        gain, gainScatter, gainPerC, seconds, offset, offsetPerC, noise, hum, clip, bits);
  }

  /** The same with an offset. */
  public Electronics offsetBy(double units) {
    return new Electronics(
        gain, gainScatter, gainPerC, timeConstantS, units, offsetPerC, noise, hum, clip, bits);
  }

  /** The same with noise and hum, units. */
  public Electronics disturbed(double noiseUnits, double humUnits) {
    return new Electronics(
        gain,
        gainScatter,
        gainPerC,
        timeConstantS,
        offset,
        offsetPerC,
        noiseUnits,
        humUnits,
        clip,
        bits);
  }

  /** The same behind a converter. */
  public Electronics converted(double range, int resolutionBits) {
    return new Electronics(
        gain,
        gainScatter,
        gainPerC,
        timeConstantS,
        offset,
        offsetPerC,
        noise,
        hum,
        range,
        resolutionBits);
  }
}
