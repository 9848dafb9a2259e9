// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Drive.Span;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import io.wayside.rig.simulators.motion.vehicle.Tyres;

/** One load cell: its share of every tyre on the platform, by the lever. */
final class CellProbe implements Probe {
  private static final double LONGEST_CONTACT_M = 0.5;

  private final Platform platform;
  private final String channel;
  private final int row;
  private final int side;

  CellProbe(Platform platform, String channel, int row, int side) {
    this.platform = platform;
    this.channel = channel;
    this.row = row;
    this.side = side;
  }

  @Override
  public String channel() {
    return channel;
  }

  @Override
  public String unit() {
    return "mV/V";
  }

  @Override
  public Electronics electronics() {
    return platform.electronics();
  }

  @Override
  public Reach reach() {
    return new Reach(
        platform.fromM() - LONGEST_CONTACT_M / 2, platform.toM() + LONGEST_CONTACT_M / 2);
  }

  @Override
  public void feel(Passage passage, Samples samples, double[][] inputs) {
    Reach reach = reach();
    for (int axle = 0; axle < passage.vehicle().axles().size(); axle++) {
      for (Span span : passage.axleWithin(axle, reach.fromM(), reach.toM())) {
        int from = samples.at(span.fromS());
        int to = samples.at(span.toS());
        for (int i = from; i < to; i++) {
          double time = samples.timeS(i);
          double x = passage.axleM(axle, time);
          inputs[0][i] += along(passage, axle, x) * wheels(passage, axle, time);
        }
      }
    }
  }

  /** Share of an axle's contact on the platform, times this row's share of it. */
  private double along(Passage passage, int axle, double xM) {
    Tyres tyres = passage.vehicle().axles().get(axle).tyres();
    double length = tyres.contactM();
    double on =
        tyres.pressure().before(platform.toM() - xM, length)
            - tyres.pressure().before(platform.fromM() - xM, length);
    if (on <= 0 || platform.rows() == 1) {
      return on;
    }
    double share = Math.max(0, Math.min(1, (xM - platform.fromM()) / platform.lengthM()));
    return on * Math.max(0, 1 - Math.abs(share * (platform.rows() - 1) - row));
  }

  private double wheels(Passage passage, int axle, double timeS) {
    double load = side(passage, axle, true, timeS);
    return passage.vehicle().singleTrack() ? load : load + side(passage, axle, false, timeS);
  }

  private double side(Passage passage, int axle, boolean left, double timeS) {
    double half = platform.widthM() / 2;
    var across = passage.tyres(axle, left);
    double share = 0;
    for (Tyres.Across tyre : across) {
      Tyres.Across on = tyre.clipped(-half, half);
      if (on.widthM() > 0) {
        double middle = (on.fromM() + on.toM()) / 2;
        double lever = side == 0 ? 1 : 0.5 + side * middle / (2 * half);
        share += lever * on.widthM() / tyre.widthM() / across.size();
      }
    }
    return share == 0 ? 0 : share * passage.wheelN(axle, left, timeS);
  }

  @Override
  public Response response(double rateHz) {
    Oscillator oscillator = new Oscillator(platform.naturalHz(), platform.dampingRatio(), rateHz);
    return new Creeping(
        oscillator, platform.creepShare(), 1 - Math.exp(-1 / (rateHz * platform.creepS())));
  }

  /** The platform's own swing, and what its cells show more the longer the load stands. */
  private static final class Creeping implements Response {
    private final Oscillator oscillator;
    private final double share;
    private final double approach;
    private double crept;

    Creeping(Oscillator oscillator, double share, double approach) {
      this.oscillator = oscillator;
      this.share = share;
      this.approach = approach;
    }

    @Override
    public double next(double[] inputs) {
      double load = oscillator.next(inputs[0]);
      crept += approach * (load - crept);
      if (Math.abs(crept) < 1e-30) {
        crept = 0;
      }
      return load + share * crept;
    }
  }
}
