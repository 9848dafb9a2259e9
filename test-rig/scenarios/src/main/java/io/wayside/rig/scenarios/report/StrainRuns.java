// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.report;

import io.wayside.core.device.SampleBlock;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.weighing.bridge.InfluenceFit;
import io.wayside.weighing.bridge.InfluenceLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The strain while known vehicles drove over a bridge, one at a time, and what follows from it. */
final class StrainRuns {

  /** So many samples are one point: 128 a second from 512. */
  private static final int AVERAGED = 4;

  private static final double BEFORE_AND_AFTER_S = 0.6;
  private static final double ORDINATE_STEP_M = 0.3;

  private final List<String> channels;
  private final BridgeSpan span;
  private final List<double[]> points = new ArrayList<>();

  StrainRuns(MotionScene scene) {
    this.channels = Play.channels(scene);
    this.span = BridgeSite.span(scene.site());
  }

  /** Keeps time and strain of each gauge. */
  void take(SampleBlock block) {
    for (int i = 0; i + AVERAGED <= block.length(); i += AVERAGED) {
      double[] point = new double[1 + span.gauges().size()];
      double middle = i + (AVERAGED - 1) / 2.0;
      point[0] = (block.firstMonotonicNanos() + middle * block.intervalNanos()) / 1e9;
      for (int g = 0; g < span.gauges().size(); g++) {
        double[] strain = block.samples()[channels.indexOf(span.gauges().get(g).channel())];
        point[1 + g] = Arrays.stream(strain, i, i + AVERAGED).average().orElse(0);
      }
      points.add(point);
    }
  }

  /** The influence line of each gauge. */
  Map<String, InfluenceLine> lines(List<TrueVehicle> truth) {
    Map<String, InfluenceLine> lines = new LinkedHashMap<>();
    for (int g = 0; g < span.gauges().size(); g++) {
      int gauge = g;
      List<InfluenceFit.Run> runs = truth.stream().map(each -> run(each, gauge)).toList();
      lines.put(
          span.gauges().get(g).channel(),
          new InfluenceFit(0, span.lengthM(), ORDINATE_STEP_M).fit(runs).line());
    }
    return lines;
  }

  private InfluenceFit.Run run(TrueVehicle vehicle, int gauge) {
    List<TrueAxle> axles = vehicle.axles();
    double[] speeds = new double[axles.size()];
    Arrays.fill(speeds, vehicle.speedMps());
    double[] origins = new double[axles.size()];
    for (int i = 0; i < origins.length; i++) {
      origins[i] = vehicle.referenceS() + axles.get(i).behindM() / vehicle.speedMps();
    }
    double from = origins[0] - BEFORE_AND_AFTER_S;
    double to =
        origins[origins.length - 1] + span.lengthM() / vehicle.speedMps() + BEFORE_AND_AFTER_S;
    List<double[]> own = points.stream().filter(p -> p[0] >= from && p[0] <= to).toList();
    return new InfluenceFit.Run(
        own.stream().mapToDouble(p -> p[0]).toArray(),
        own.stream().mapToDouble(p -> p[1 + gauge]).toArray(),
        origins,
        speeds,
        axles.stream().mapToDouble(TrueAxle::staticN).toArray());
  }
}
