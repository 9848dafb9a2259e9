// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.motion;

import io.wayside.rig.simulators.motion.road.RoadSpec;
import io.wayside.rig.simulators.motion.sensor.BridgeSpan;
import io.wayside.rig.simulators.motion.sensor.Climate;
import io.wayside.rig.simulators.motion.sensor.Electronics;
import io.wayside.rig.simulators.motion.sensor.InductiveLoop;
import io.wayside.rig.simulators.motion.sensor.LightCurtain;
import io.wayside.rig.simulators.motion.sensor.PavementBend;
import io.wayside.rig.simulators.motion.sensor.Platform;
import io.wayside.rig.simulators.motion.sensor.Sensor;
import io.wayside.rig.simulators.motion.sensor.StripLine;
import io.wayside.rig.simulators.motion.sensor.Thermometer;
import java.util.ArrayList;
import java.util.List;

/** Sites as they are built, with the electronics that are sold for them. */
public final class Sites {
  /** Strips are sampled this fast. */
  public static final double STRIP_RATE_HZ = 10_000;

  /** Platforms are sampled this fast. */
  public static final double PLATFORM_RATE_HZ = 1000;

  /** Bridges are sampled this fast. */
  public static final double BRIDGE_RATE_HZ = 512;

  /** Width of a quartz strip. */
  public static final double QUARTZ_M = 0.053;

  /** Clock of a usual converter, standard deviation. */
  private static final double JITTER_S = 1e-6;

  /**
   * Quartz behind its charge amplifier: 25 kN on the strip at the end of the range of 10 V, gain
   * known to nobody by 5 %, -0.02 % per °C, 1 mV of noise, 2 mV of hum.
   */
  public static final Electronics QUARTZ =
      Electronics.ideal(4e-4)
          .scattered(0.05)
          .warmed(-2e-4, 0.5e-3)
          .highPassed(3)
          .disturbed(1e-3, 2e-3)
          .converted(10, 16);

  /**
   * The same where the pavement softens with warmth and the amplifier's zero wanders: -0.1 % and 5
   * mV per °C.
   */
  public static final Electronics QUARTZ_IN_SOFT_PAVEMENT = QUARTZ.warmed(-1e-3, 5e-3);

  /**
   * A piezo cable: more signal with warmth (0.8 % per °C), forgets within half a second. Put it
   * into a line that bends with the pavement.
   */
  public static final Electronics PIEZO = QUARTZ.warmed(8e-3, 2e-3).highPassed(0.5).scattered(0.1);

  /** What a piezo in asphalt feels of a wheel before and behind it. */
  public static final PavementBend ASPHALT = new PavementBend(0.04, 0.2);

  /** A bending plate: strain gauges, no high-pass, 100 kN at the end of the range. */
  public static final Electronics BENDING_PLATE =
      Electronics.ideal(1e-4)
          .scattered(0.02)
          .warmed(1e-4, 0.5e-3)
          .disturbed(1e-3, 2e-3)
          .converted(10, 16);

  /** Width of a piezo cable with its mortar. */
  public static final double PIEZO_M = 0.03;

  /** Width of a bending plate. */
  public static final double PLATE_M = 0.5;

  /**
   * A load cell of 20 t with 2 mV/V, sold as one of a matched set (0.05 %), behind a converter of
   * 24 bits with 2e-5 mV/V of noise at 1 kHz.
   */
  public static final Electronics CELL_20_T =
      Electronics.ideal(2 / 196_133.0)
          .scattered(5e-4)
          .offsetBy(0.05)
          .warmed(1e-5, 1e-4)
          .disturbed(2e-5, 0)
          .converted(3, 24);

  private static final Electronics LOOP = Electronics.ideal(1).disturbed(0.004, 0).converted(2, 12);

  private static final Electronics STRAIN =
      Electronics.ideal(1).scattered(0.03).warmed(0, 2).disturbed(0.3, 0).converted(1000, 18);

  private static final double LOOP_M = 2;
  private static final double LANE_M = 3.5;
  private static final double DAY_C = 30;

  private Sites() {}

  /** Lines of quartz halves {@code spacingM} apart from 0 on, a loop before and one behind them. */
  public static MotionSite strips(
      int lines, double spacingM, RoadSpec road, Electronics electronics) {
    List<Sensor> sensors = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      sensors.add(StripLine.halves("line." + (i + 1), i * spacingM, QUARTZ_M, electronics));
    }
    double last = (lines - 1) * spacingM;
    sensors.add(loop("loop.in", -3.5));
    sensors.add(loop("loop.out", last + 1.5));
    sensors.add(new Thermometer("temperature", 0.05));
    return new MotionSite(STRIP_RATE_HZ, JITTER_S, road, Climate.constant(DAY_C), 0, sensors);
  }

  /** A platform from 0 on with cells at both sides, a loop and a curtain before and behind it. */
  public static MotionSite platform(double lengthM, int rows, double naturalHz, RoadSpec road) {
    Platform platform =
        new Platform("cell", 0, lengthM, 3.2, rows, 2, naturalHz, 0.05, 2e-4, 120, CELL_20_T);
    return new MotionSite(
        PLATFORM_RATE_HZ,
        JITTER_S,
        road,
        new Climate(DAY_C, 1, 5),
        lengthM / 2,
        List.of(
            platform,
            loop("loop.in", -3.5),
            loop("loop.out", lengthM + 1.5),
            new LightCurtain("curtain", -0.5, LANE_M),
            new Thermometer("temperature", 0.05)));
  }

  /**
   * A bridge of 12 m from 0 on, gauges at its middle and quarter, axle detectors before it.
   *
   * @param fixity 0 for free supports, 1 for clamped ends; measured lines lie between
   */
  public static MotionSite bridge(RoadSpec road, double fixity) {
    double span = 12;
    BridgeSpan bridge =
        new BridgeSpan(
            "span",
            0,
            span,
            fixity,
            1e-4,
            7,
            0.03,
            List.of(
                new BridgeSpan.Gauge("strain.middle", span / 2),
                new BridgeSpan.Gauge("strain.quarter", span / 4)),
            STRAIN);
    return new MotionSite(
        BRIDGE_RATE_HZ,
        JITTER_S,
        road,
        new Climate(DAY_C, 1, 5),
        0,
        List.of(
            bridge,
            axleDetector("axle.1", -8),
            axleDetector("axle.2", -3),
            new Thermometer("temperature", 0.05)));
  }

  private static InductiveLoop loop(String name, double fromM) {
    return new InductiveLoop(name, fromM, fromM + LOOP_M, LOOP_M, 0.1, LOOP);
  }

  /** A wide strip that says when, not how much. */
  private static StripLine axleDetector(String name, double atM) {
    return StripLine.whole(
        name,
        atM,
        0.3,
        Electronics.ideal(1e-4).scattered(0.2).disturbed(5e-3, 0).converted(10, 12));
  }
}
