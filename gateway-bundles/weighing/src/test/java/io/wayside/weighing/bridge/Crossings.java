// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Strain of a span and pulses of two detectors while vehicles of known axles cross, with bounce, a
 * mode of the bridge, drift and noise. Independent of the code under test.
 */
final class Crossings {

  static final double SPAN_M = 12;
  static final double[] GAUGES_M = {4.5, 6.0, 7.5};
  static final double MICRO_PER_NM = 2e-4;
  static final List<String> CHANNELS = List.of("s0", "s1", "s2", "d0", "d1");

  record Wheelset(
      double loadN, double originS, double speedMps, double bounceShare, double bounceHz) {}

  record Vehicle(List<Wheelset> wheelsets) {
    double grossN() {
      return wheelsets.stream().mapToDouble(Wheelset::loadN).sum();
    }
  }

  final List<Vehicle> vehicles = new ArrayList<>();
  double rateHz = 512;
  double noise = 0.3;
  double driftPerS = 0.2;
  double bounceShare = 0.06;
  double lastsS = 10;
  double scale = 1;
  boolean dropPulse;
  private final Random random;

  Crossings(long seed) {
    this.random = new Random(seed);
  }

  /** Axles as kg and metres behind the first. */
  Crossings vehicle(double atS, double speedMps, double[]... axles) {
    List<Wheelset> wheelsets = new ArrayList<>();
    for (double[] axle : axles) {
      wheelsets.add(
          new Wheelset(
              axle[0] * 9.80665,
              atS + axle[1] / speedMps,
              speedMps,
              bounceShare * (0.5 + random.nextDouble()),
              1.2 + 1.6 * random.nextDouble()));
    }
    vehicles.add(new Vehicle(wheelsets));
    lastsS = Math.max(lastsS, atS + 40 / speedMps + 6);
    return this;
  }

  /** Bending strain in millionths per newton, ends a little restrained. */
  static double influence(double gaugeM, double placeM) {
    if (placeM <= 0 || placeM >= SPAN_M) {
      return 0;
    }
    double free = (SPAN_M - placeM) / SPAN_M * gaugeM - Math.max(0, gaugeM - placeM);
    double bow = Math.sin(Math.PI * placeM / SPAN_M);
    return MICRO_PER_NM * (free - 0.25 * bow * bow);
  }

  static InfluenceLine line(double gaugeM) {
    double[] places = new double[49];
    double[] strains = new double[49];
    for (int i = 0; i < places.length; i++) {
      places[i] = i * SPAN_M / 48;
      strains[i] = influence(gaugeM, places[i]);
    }
    return new InfluenceLine(places, strains);
  }

  static BridgeInstrument instrument() throws GarbledData {
    return instrument("");
  }

  static BridgeInstrument instrument(String more) throws GarbledData {
    StringBuilder strain = new StringBuilder();
    for (int s = 0; s < GAUGES_M.length; s++) {
      strain.append(s == 0 ? "" : ",").append("{\"channel\":\"s").append(s).append("\",");
      strain
          .append("\"influence\":")
          .append(Arrays.deepToString(line(GAUGES_M[s]).points()))
          .append("}");
    }
    return BridgeInstrument.from(
        Node.read(
            "bridge.json",
            """
            {"instrument": "b1", "kind": "bridge",
             "calibration": {"id": "c1", "on": "2026-01-02", "by": "a person"},
             "verified": {"speedKmh": [20, 110]},
             "spanM": 12, "strain": [%s],
             "axleDetectors": [{"channel": "d0", "atM": -4, "threshold": 0.3},
                               {"channel": "d1", "atM": 0, "threshold": 0.3}]%s}
            """
                .formatted(strain, more)));
  }

  double[][] samples() {
    int n = (int) (lastsS * rateHz);
    double[][] out = new double[5][n];
    for (int i = 0; i < n; i++) {
      double t = i / rateHz;
      for (Vehicle vehicle : vehicles) {
        int index = 0;
        for (Wheelset axle : vehicle.wheelsets()) {
          double x = axle.speedMps() * (t - axle.originS());
          double load =
              axle.loadN()
                  * (1
                      + axle.bounceShare()
                          * Math.sin(2 * Math.PI * axle.bounceHz() * t + axle.originS() * 50));
          for (int s = 0; s < 3; s++) {
            double ring = 0;
            double since = t - axle.originS();
            if (since > 0) {
              ring =
                  0.03
                      * influence(GAUGES_M[s], 6)
                      * axle.loadN()
                      * Math.exp(-1.2 * since)
                      * Math.sin(2 * Math.PI * 7.5 * since);
            }
            out[s][i] += scale * (load * influence(GAUGES_M[s], x) + ring);
          }
          out[3][i] += bell(x + 4);
          out[4][i] += dropPulse && index == 1 ? 0 : bell(x);
          index++;
        }
      }
      for (int s = 0; s < 3; s++) {
        out[s][i] += 100 + s * 10 + driftPerS * t + noise * random.nextGaussian();
      }
      out[3][i] += 0.02 * random.nextGaussian();
      out[4][i] += 0.02 * random.nextGaussian();
    }
    return out;
  }

  private static double bell(double offM) {
    return Math.exp(-offM * offM / (2 * 0.08 * 0.08));
  }

  List<SampleBlock> blocks(double[][] samples, int size) {
    List<SampleBlock> blocks = new ArrayList<>();
    double interval = 1e9 / rateHz;
    for (int from = 0; from < samples[0].length; from += size) {
      int to = Math.min(samples[0].length, from + size);
      double[][] part = new double[samples.length][];
      for (int c = 0; c < part.length; c++) {
        part[c] = Arrays.copyOfRange(samples[c], from, to);
      }
      blocks.add(
          new SampleBlock(
              3_000_000_000L + Math.round(from * interval), interval, from, part, Flags.NONE));
    }
    return blocks;
  }

  List<MotionVehicle> weighedBy(BridgeInstrument instrument) {
    return weighedBy(instrument, blocks(samples(), 100));
  }

  static List<MotionVehicle> weighedBy(BridgeInstrument instrument, List<SampleBlock> blocks) {
    BridgeWeighing weighing = new BridgeWeighing(instrument, CHANNELS);
    List<MotionVehicle> found = new ArrayList<>();
    blocks.forEach(block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    return found;
  }
}
