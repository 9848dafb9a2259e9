// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Drive.Span;
import io.wayside.rig.simulators.motion.vehicle.Passage;
import io.wayside.rig.simulators.motion.vehicle.Pressure;
import io.wayside.rig.simulators.motion.vehicle.Tyres;

/** One strip: feels the part of each tyre's load that stands on it at that instant. */
final class StripProbe implements Probe {
  /** No contact is longer. */
  private static final double LONGEST_CONTACT_M = 0.5;

  private final StripLine line;
  private final StripLine.Half half;
  private final double slope;
  private final Reach reach;

  StripProbe(StripLine line, StripLine.Half half) {
    this.line = line;
    this.half = half;
    this.slope = Math.tan(Math.toRadians(line.angleDeg()));
    double one = slope * half.fromM();
    double other = slope * half.toM();
    double margin = line.widthM() / 2 + Math.max(LONGEST_CONTACT_M / 2, line.bend().reachM());
    this.reach =
        new Reach(
            line.atM() + Math.min(one, other) - margin, line.atM() + Math.max(one, other) + margin);
  }

  @Override
  public String channel() {
    return half.channel();
  }

  @Override
  public String unit() {
    return "V";
  }

  @Override
  public Electronics electronics() {
    return line.electronics();
  }

  @Override
  public Reach reach() {
    return reach;
  }

  @Override
  public void feel(Passage passage, Samples samples, double[][] inputs) {
    for (int axle = 0; axle < passage.vehicle().axles().size(); axle++) {
      for (Span span : passage.axleWithin(axle, reach.fromM(), reach.toM())) {
        int from = samples.at(span.fromS());
        int to = samples.at(span.toS());
        if (from < to) {
          feelSide(passage, axle, true, samples, from, to, inputs[0]);
          if (!passage.vehicle().singleTrack()) {
            feelSide(passage, axle, false, samples, from, to, inputs[0]);
          }
        }
      }
    }
  }

  private void feelSide(
      Passage passage, int axle, boolean left, Samples samples, int from, int to, double[] into) {
    Tyres tyres = passage.vehicle().axles().get(axle).tyres();
    var across = passage.tyres(axle, left);
    for (Tyres.Across tyre : across) {
      Tyres.Across on = tyre.clipped(half.fromM(), half.toM());
      if (on.widthM() <= 0) {
        continue;
      }
      for (int i = from; i < to; i++) {
        double time = samples.timeS(i);
        double ahead = line.atM() - passage.axleM(axle, time);
        double share = share(tyres, on, ahead) / tyre.widthM();
        if (share != 0) {
          into[i] += share / across.size() * passage.wheelN(axle, left, time);
        }
      }
    }
  }

  /** Share of a tyre's load on the strip, times the tyre's width. */
  private double share(Tyres tyres, Tyres.Across on, double aheadM) {
    double begin = aheadM - line.widthM() / 2;
    double end = aheadM + line.widthM() / 2;
    Pressure pressure = tyres.pressure();
    double length = tyres.contactM();
    double bent = 0;
    if (line.bend().share() > 0) {
      double middle = aheadM + slope * (on.fromM() + on.toM()) / 2;
      bent = on.widthM() * line.bend().at(middle);
    }
    if (slope == 0) {
      return bent + on.widthM() * (pressure.before(end, length) - pressure.before(begin, length));
    }
    double near = slope * on.fromM();
    double far = slope * on.toM();
    double covered =
        pressure.beforeIntegral(end + far, length)
            - pressure.beforeIntegral(end + near, length)
            - pressure.beforeIntegral(begin + far, length)
            + pressure.beforeIntegral(begin + near, length);
    return bent + covered / slope;
  }
}
