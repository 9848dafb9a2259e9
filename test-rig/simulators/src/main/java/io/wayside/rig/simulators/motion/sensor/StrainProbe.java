// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion.sensor;

import io.wayside.rig.simulators.motion.vehicle.Drive.Span;
import io.wayside.rig.simulators.motion.vehicle.Passage;

/**
 * One strain gauge: the influence line under every axle, and the part of it that belongs to the
 * first mode following with that mode's inertia.
 */
final class StrainProbe implements Probe {
  private static final int FOURIER_POINTS = 2000;

  private final BridgeSpan bridge;
  private final BridgeSpan.Gauge gauge;
  private final double modalStrain;

  StrainProbe(BridgeSpan bridge, BridgeSpan.Gauge gauge) {
    this.bridge = bridge;
    this.gauge = gauge;
    double sum = 0;
    for (int i = 0; i < FOURIER_POINTS; i++) {
      double at = (i + 0.5) / FOURIER_POINTS;
      sum += bridge.influence(gauge.atM(), at * bridge.lengthM()) * Math.sin(Math.PI * at);
    }
    this.modalStrain = 2 * sum / FOURIER_POINTS;
  }

  @Override
  public String channel() {
    return gauge.channel();
  }

  @Override
  public String unit() {
    return "ustrain";
  }

  @Override
  public Electronics electronics() {
    return bridge.electronics();
  }

  @Override
  public Reach reach() {
    return new Reach(bridge.fromM(), bridge.fromM() + bridge.lengthM());
  }

  @Override
  public int inputs() {
    return 2;
  }

  @Override
  public void feel(Passage passage, Samples samples, double[][] inputs) {
    Reach reach = reach();
    for (int axle = 0; axle < passage.vehicle().axles().size(); axle++) {
      for (Span span : passage.axleWithin(axle, reach.fromM(), reach.toM())) {
        int to = samples.at(span.toS());
        for (int i = samples.at(span.fromS()); i < to; i++) {
          double time = samples.timeS(i);
          double force = passage.axleN(axle, time);
          double x = passage.axleM(axle, time) - reach.fromM();
          inputs[0][i] += force * bridge.influence(gauge.atM(), x);
          inputs[1][i] += force * Math.sin(Math.PI * x / bridge.lengthM());
        }
      }
    }
  }

  @Override
  public Response response(double rateHz) {
    Oscillator mode = new Oscillator(bridge.firstHz(), bridge.dampingRatio(), rateHz);
    return inputs -> inputs[0] + modalStrain * (mode.next(inputs[1]) - inputs[1]);
  }
}
