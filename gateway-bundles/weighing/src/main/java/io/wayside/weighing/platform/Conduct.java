// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.platform;

import io.wayside.core.quality.Flags;
import io.wayside.weighing.motion.MotionFlags;
import java.util.List;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** How a vehicle was driven over the platform, judged from its axles' edges. */
final class Conduct {

  /** A ramp is the footprint passing an edge; shorter than this, the axle rested in between. */
  private static final double SHORTEST_FOOTPRINT_M = 0.045;

  private static final double LONGEST_FOOTPRINT_M = 0.75;

  /** Up and down ramps of one axle differ by less at steady speed, noise included. */
  private static final double RAMPS_ALIKE = 2.0;

  /** Edges nearer than this disturb each other's crossing times. */
  private static final double EDGES_APART_M = 0.4;

  /** Crossing times of edges that disturb each other are so much less sure. */
  private static final double DISTURBED = 2.5;

  /** Neighbouring axles of one vehicle never differ that much in speed. */
  private static final double ANOTHER_VEHICLE = 0.30;

  private final PlatformInstrument instrument;
  private final List<Footing> axles;
  private final Rolling rolling;
  private final double[] speeds;

  /**
   * @param rolling while these axles were on the platform
   */
  Conduct(PlatformInstrument instrument, List<Footing> axles, Rolling rolling) {
    this.instrument = instrument;
    this.axles = axles;
    this.rolling = rolling;
    this.speeds = axles.stream().mapToDouble(axle -> axle.speedMps(instrument.lengthM())).toArray();
  }

  double meanSpeedMps() {
    double sum = 0;
    for (double speed : speeds) {
      sum += speed;
    }
    return sum / speeds.length;
  }

  /** Slope of a straight line through speeds; NaN where there are fewer than two. */
  double accelerationMps2() {
    return rolling.accelerationMps2().orElseGet(this::ofCleanAxles);
  }

  private double ofCleanAxles() {
    SimpleRegression line = new SimpleRegression();
    for (int i = 0; i < axles.size(); i++) {
      if (clean(i)) {
        line.addData(middle(axles.get(i)), speeds[i]);
      }
    }
    return line.getN() < 2 ? Double.NaN : line.getSlope();
  }

  /** Doubts about the whole vehicle. */
  Flags doubts() {
    PlatformTuning tuning = instrument.tuning();
    Flags flags = Flags.NONE;
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double before = Double.NaN;
    double leaves = Double.NEGATIVE_INFINITY;
    double leastSeen = Double.POSITIVE_INFINITY;
    double mostSeen = 0;
    for (int i = 0; i < speeds.length; i++) {
      if (axles.get(i).seenOff()) {
        leastSeen = Math.min(leastSeen, speeds[i]);
        mostSeen = Math.max(mostSeen, speeds[i]);
      }
      if (!clean(i)) {
        continue;
      }
      least = Math.min(least, speeds[i]);
      most = Math.max(most, speeds[i]);
      if (axles.get(i).onS() < leaves
          && Math.abs(speeds[i] - before) > ANOTHER_VEHICLE * Math.min(before, speeds[i])) {
        flags = flags.with(MotionFlags.TWO_ON_PLATFORM);
      }
      before = speeds[i];
      leaves = axles.get(i).offS();
    }
    double limit = tuning.speedChange() * meanSpeedMps();
    if (most - least > limit
        || mostSeen - leastSeen > DISTURBED * limit
        || rolling.changeMps() > limit) {
      flags = flags.with(MotionFlags.SPEED_CHANGE);
    }
    boolean rolled = rolling.hardestMps2() > tuning.brakingMps2();
    if (rolled || Math.abs(ofCleanAxles()) > tuning.brakingMps2()) {
      flags = flags.with(MotionFlags.HARD_BRAKING).with(MotionFlags.SPEED_CHANGE);
    }
    return flags;
  }

  /** Doubts about one axle. */
  Flags doubts(int index) {
    Footing axle = axles.get(index);
    Flags flags = Flags.NONE;
    if (!axle.seenOff()) {
      return explained(index) ? flags : flags.with(MotionFlags.AXLE_COUNT_DOUBTFUL);
    }
    if (!clean(index)) {
      return flags; // its ramps are mixed with another's
    }
    double on = axle.onRampS() * speeds[index];
    double off = axle.offRampS() * speeds[index];
    if (on < SHORTEST_FOOTPRINT_M
        || off < SHORTEST_FOOTPRINT_M
        || speeds[index] < instrument.tuning().slowestKmh() / 3.6) {
      flags = flags.with(MotionFlags.STOPPED_ON_SENSOR);
    } else if (on > LONGEST_FOOTPRINT_M
        || off > LONGEST_FOOTPRINT_M
        || on > RAMPS_ALIKE * off
        || off > RAMPS_ALIKE * on) {
      flags = flags.with(MotionFlags.SPEED_CHANGE);
    }
    return flags;
  }

  /** Whether the axle's own edges were seen, with no other axle's edge upon them. */
  private boolean clean(int index) {
    Footing axle = axles.get(index);
    return axle.seenOff() && !coincides(index, axle.onS()) && !coincides(index, axle.offS());
  }

  /** A step down that was not seen is explained when another axle came on at that very time. */
  private boolean explained(int index) {
    boolean speedKnown = false;
    for (int i = 0; i < speeds.length; i++) {
      speedKnown |=
          axles.get(i).seenOff()
              && Math.abs(speeds[i] / speeds[index] - 1) < instrument.tuning().speedChange();
    }
    return speedKnown && coincides(index, axles.get(index).offS());
  }

  private boolean coincides(int index, double atS) {
    double near = EDGES_APART_M / speeds[index];
    for (int i = 0; i < speeds.length; i++) {
      Footing other = axles.get(i);
      if (i != index
          && (Math.abs(other.onS() - atS) < near || Math.abs(other.offS() - atS) < near)) {
        return true;
      }
    }
    return false;
  }

  private static double middle(Footing axle) {
    return (axle.onS() + axle.offS()) / 2;
  }
}
