// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Node;
import io.wayside.core.device.SampleBlock;
import io.wayside.core.quality.Flags;
import io.wayside.rig.simulators.motion.MotionChannel;
import io.wayside.rig.simulators.motion.MotionScene;
import io.wayside.rig.simulators.motion.Scenario;
import io.wayside.rig.simulators.motion.Scenarios;
import io.wayside.rig.simulators.motion.TrueAxle;
import io.wayside.rig.simulators.motion.TrueVehicle;
import io.wayside.weighing.motion.MotionFlags;
import io.wayside.weighing.motion.MotionVehicle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A bridge of the physics simulator: influence lines found from known vehicles, then mixed traffic
 * weighed with them. In simulation, with noise.
 */
class SimulatedBridgeTest {

  private static final List<String> GAUGES = List.of("strain.middle", "strain.quarter");
  private static final double SPAN_M = 12;
  private static final int CALIBRATING = 40;
  private static final int WEIGHED = 200;

  private record Played(List<SampleBlock> blocks, List<TrueVehicle> truth, List<String> channels) {}

  private static Played play(Scenario scenario, long seed) {
    MotionScene scene = scenario.scene(seed);
    List<SampleBlock> blocks = new ArrayList<>();
    List<TrueVehicle> truth = new ArrayList<>();
    double rate = scene.rateHz();
    double until = Double.POSITIVE_INFINITY;
    for (long at = 0; at / rate < until; at += 256) {
      blocks.add(
          new SampleBlock(
              Math.round(at / rate * 1e9), 1e9 / rate, at, scene.next(256), Flags.NONE));
      truth.addAll(scene.takeTruth());
      if (truth.size() >= CALIBRATING + WEIGHED && Double.isInfinite(until)) {
        until = truth.get(truth.size() - 1).leaveS() + 8;
      }
    }
    return new Played(blocks, truth, scene.channels().stream().map(MotionChannel::name).toList());
  }

  /** Runs of vehicles that were alone on the bridge, axle loads known. */
  private static InfluenceFit.Found calibrated(Played played, String gauge) {
    List<InfluenceFit.Run> runs = new ArrayList<>();
    int channel = played.channels().indexOf(gauge);
    for (int k = 1; k < CALIBRATING; k++) {
      TrueVehicle vehicle = played.truth().get(k);
      double from = at(vehicle, 0) - 0.6;
      double to = at(vehicle, vehicle.axles().size() - 1) + SPAN_M / vehicle.speedMps() + 0.6;
      boolean alone =
          at(played.truth().get(k + 1), 0) > to && played.truth().get(k - 1).leaveS() < from + 0.5;
      if (alone) {
        runs.add(run(played, channel, vehicle, from, to));
      }
    }
    assertThat(runs).hasSizeGreaterThan(8);
    return new InfluenceFit(0, SPAN_M, 0.3).fit(runs);
  }

  private static double at(TrueVehicle vehicle, int axle) {
    return vehicle.axles().get(axle).lineTimesS().get(0);
  }

  private static InfluenceFit.Run run(
      Played played, int channel, TrueVehicle vehicle, double from, double to) {
    List<double[]> points = new ArrayList<>();
    for (SampleBlock block : played.blocks()) {
      double begin = block.firstMonotonicNanos() / 1e9;
      for (int i = 0; i + 4 < block.length() && begin < to && begin + 0.6 > from; i += 4) {
        double t = begin + (i + 1.5) * block.intervalNanos() / 1e9;
        if (t >= from && t <= to) {
          double mean = Arrays.stream(block.samples()[channel], i, i + 4).average().orElseThrow();
          points.add(new double[] {t, mean});
        }
      }
    }
    List<TrueAxle> axles = vehicle.axles();
    double[] speeds = new double[axles.size()];
    Arrays.fill(speeds, vehicle.speedMps());
    return new InfluenceFit.Run(
        points.stream().mapToDouble(point -> point[0]).toArray(),
        points.stream().mapToDouble(point -> point[1]).toArray(),
        axles.stream().mapToDouble(axle -> axle.lineTimesS().get(0)).toArray(),
        speeds,
        axles.stream().mapToDouble(TrueAxle::staticN).toArray());
  }

  private static BridgeInstrument instrument(Played played) throws GarbledData {
    String strain =
        GAUGES.stream()
            .map(
                gauge ->
                    "{\"channel\": \"%s\", \"influence\": %s}"
                        .formatted(
                            gauge, Arrays.deepToString(calibrated(played, gauge).line().points())))
            .collect(Collectors.joining(","));
    return BridgeInstrument.from(
        Node.read(
            "bridge.json",
            """
            {"instrument": "b1", "kind": "bridge", "spanM": 12, "strain": [%s],
             "calibration": {"id": "c1", "on": "2026-01-02", "by": "a person"},
             "verified": {"speedKmh": [20, 110]},
             "axleDetectors": [{"channel": "axle.1", "atM": -8, "threshold": 0.1},
                               {"channel": "axle.2", "atM": -3, "threshold": 0.1}]}"""
                .formatted(strain)));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void grossSpreadsByLessThanThreePercent(long seed, TestReporter reporter) throws GarbledData {
    Played played = play(Scenarios.named("bridge"), seed);
    BridgeWeighing weighing = new BridgeWeighing(instrument(played), played.channels());
    List<MotionVehicle> found = new ArrayList<>();
    played.blocks().forEach(block -> weighing.samples(block, found::add));
    weighing.finish(found::add);
    int n = 0;
    int covered = 0;
    int wrong = 0;
    double sum = 0;
    double squares = 0;
    for (TrueVehicle truth : played.truth().subList(CALIBRATING, CALIBRATING + WEIGHED)) {
      double came = at(truth, 0);
      var its =
          found.stream()
              .filter(each -> Math.abs(each.axles().get(0).atNanos() / 1e9 - came) < 0.2)
              .findFirst();
      if (its.isEmpty() || its.get().axles().size() != truth.axles().size()) {
        boolean told = its.isPresent() && !MotionFlags.disqualifying(its.get().flags()).isEmpty();
        wrong += told ? 0 : 1;
        continue;
      }
      MotionVehicle vehicle = its.get();
      boolean gross =
          MotionFlags.disqualifying(vehicle.flags()).stream()
              .allMatch(MotionFlags.AXLES_NOT_RESOLVED::equals);
      if (!gross) {
        continue;
      }
      double error = vehicle.grossN() / truth.grossN() - 1;
      n++;
      sum += error;
      squares += error * error;
      covered += Math.abs(vehicle.grossN() - truth.grossN()) <= vehicle.grossUncertaintyN() ? 1 : 0;
    }
    double m = sum / n;
    double s = Math.sqrt(squares / n - m * m);
    reporter.publishEntry(
        String.format(
            Locale.ROOT,
            "bridge, seed %d: %d of %d, gross m %+.2f %% s %.2f %%, within U %d, unseen or"
                + " wrong without a flag %d",
            seed,
            n,
            WEIGHED,
            100 * m,
            100 * s,
            covered,
            wrong));
    assertThat(s).isLessThanOrEqualTo(0.03);
    assertThat(n).isGreaterThan((int) (0.7 * WEIGHED));
    assertThat(covered).isGreaterThan((int) (0.85 * n));
    assertThat(wrong).isLessThanOrEqualTo(WEIGHED / 100);
  }
}
