// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import java.util.SplittableRandom;

/**
 * One channel's electronics at work. What happens to a sample depends on its number and on those
 * before it, never on how the stream is cut.
 */
public final class SignalChain {
  private static final double MAINS_HZ = 50;
  private static final double REFERENCE_C = 20;
  private static final int HUM_POINTS = 4096;
  private static final double[] HUM = new double[HUM_POINTS];

  /** Temperature is taken anew after so many samples: it does not change faster. */
  private static final int TEMPERATURE_BITS = 9;

  /** Far below any noise, far above numbers that a processor handles slowly. */
  private static final double NOTHING = 1e-30;

  static {
    for (int i = 0; i < HUM_POINTS; i++) {
      HUM[i] = Math.sin(2 * Math.PI * i / HUM_POINTS);
    }
  }

  private final Electronics electronics;
  private final Climate climate;
  private final double rateHz;
  private final double trueGain;
  private final Probe.Response response;
  private final SplittableRandom noise;
  private final double keep;
  private final double pass;
  private final double lsb;
  private final double humPhase;
  private double before;
  private double passed;
  private long gridAt = -1;
  private double gain;
  private double offset;

  /** The chain of a probe; the random numbers settle its true gain and its noise. */
  public SignalChain(Probe probe, Climate climate, double rateHz, SplittableRandom random) {
    this.electronics = probe.electronics();
    this.climate = climate;
    this.rateHz = rateHz;
    this.response = probe.response(rateHz);
    this.trueGain = electronics.gain() * (1 + electronics.gainScatter() * random.nextGaussian());
    this.humPhase = random.nextDouble(HUM_POINTS);
    this.noise = random.split();
    double tau = electronics.timeConstantS();
    this.keep = tau > 0 ? Math.exp(-1 / (rateHz * tau)) : 1;
    // exact for a signal that is straight between samples
    this.pass = tau > 0 ? (1 - keep) * tau * rateHz : 1;
    this.lsb = electronics.bits() > 0 ? 2 * electronics.clip() / (1L << electronics.bits()) : 0;
  }

  /** Units per newton at 20 °C as they really are. */
  public double trueGain() {
    return trueGain;
  }

  /** Makes samples of what was felt; {@code felt} is null where nothing was. */
  public void sample(long first, double[][] felt, double[] out) {
    double[] inputs = new double[felt.length];
    for (int i = 0; i < out.length; i++) {
      long number = first + i;
      if (number >> TEMPERATURE_BITS != gridAt) {
        temper(number >> TEMPERATURE_BITS);
      }
      for (int k = 0; k < inputs.length; k++) {
        inputs[k] = felt[k][i];
      }
      double value = amplified(gain * response.next(inputs)) + offset;
      if (electronics.hum() > 0) {
        value += electronics.hum() * HUM[humIndex(number)];
      }
      if (electronics.noise() > 0) {
        value += electronics.noise() * noise.nextGaussian();
      }
      out[i] = converted(value);
    }
  }

  private void temper(long grid) {
    gridAt = grid;
    double warmer = climate.celsius((grid << TEMPERATURE_BITS) / rateHz) - REFERENCE_C;
    gain = trueGain * Math.exp(electronics.gainPerC() * warmer);
    offset = electronics.offset() + electronics.offsetPerC() * warmer;
  }

  private double amplified(double value) {
    if (electronics.timeConstantS() <= 0) {
      return value;
    }
    passed = keep * passed + pass * (value - before);
    before = value;
    if (Math.abs(passed) < NOTHING) {
      passed = 0;
    }
    return passed;
  }

  private int humIndex(long number) {
    double turns = number * (MAINS_HZ / rateHz);
    double place = (turns - Math.floor(turns)) * HUM_POINTS + humPhase;
    return (int) place & (HUM_POINTS - 1);
  }

  private double converted(double value) {
    double clipped = Math.max(-electronics.clip(), Math.min(electronics.clip(), value));
    return lsb > 0 ? Math.rint(clipped / lsb) * lsb : clipped;
  }
}
