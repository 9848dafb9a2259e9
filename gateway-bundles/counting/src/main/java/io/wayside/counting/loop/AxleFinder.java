// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Which axle strikes belong to a vehicle, and how far its axles lie apart. A strike belongs to the
 * vehicle that is over the sensor by what the loops say.
 */
final class AxleFinder {

  /** Two strikes closer than this are one axle's: dual tyres, tread, a bouncing sensor. */
  private static final double SAME_AXLE_M = 0.4;

  /** No two axles lie closer. */
  private static final double CLOSEST_AXLES_M = 0.6;

  /** How far the loops' picture of the vehicle's ends may be off. */
  private static final double END_TOLERANCE_M = 0.5;

  /** Where the loops saw no change of speed the sensors' mean is as good as theirs. */
  private static final double SAME_SPEED = 0.02;

  private final TrapLayout layout;

  AxleFinder(TrapLayout layout) {
    this.layout = layout;
  }

  /**
   * The axles of a vehicle.
   *
   * @param spacingsM from the axle that struck first
   * @param speedMps from two sensors, where both saw every axle
   * @param doubtful strikes are missing, too close, or the sensors disagree
   */
  record Found(List<Double> spacingsM, OptionalDouble speedMps, boolean doubtful) {}

  /**
   * The axles of a vehicle.
   *
   * @param forward drives from the lead loop to the trail loop
   * @param first its presence on the loop it met first
   */
  Found find(Motion motion, Pulse first, boolean forward, List<List<Long>> strikes) {
    List<List<Long>> axles = new ArrayList<>();
    for (int i = 0; i < layout.piezosM().size(); i++) {
      double atM = layout.piezosM().get(i);
      double fromFirstM = forward ? atM : layout.spacingM() + layout.trailZoneM() - atM;
      axles.add(merged(within(strikes.get(i), motion, first, fromFirstM, forward), motion));
    }
    List<Long> best = axles.get(0);
    if (axles.size() == 1) {
      return found(best, motion, OptionalDouble.empty(), best.size() < 2);
    }
    List<Long> other = axles.get(1);
    if (best.size() != other.size()) {
      List<Long> more = best.size() > other.size() ? best : other;
      return found(more, motion, OptionalDouble.empty(), true);
    }
    return found(best, motion, speed(best, other), best.size() < 2);
  }

  private Found found(List<Long> axles, Motion loops, OptionalDouble speed, boolean doubtful) {
    List<Double> spacings = new ArrayList<>();
    boolean close = false;
    for (int i = 1; i < axles.size(); i++) {
      double metres =
          speed.isPresent() && loops.change() < SAME_SPEED
              ? speed.getAsDouble() * (axles.get(i) - axles.get(i - 1)) / 1e9
              : loops.metres(axles.get(i - 1), axles.get(i));
      close |= metres < CLOSEST_AXLES_M;
      spacings.add(metres);
    }
    return new Found(spacings, speed, doubtful || close);
  }

  /** The mean over the axles of the speed between two sensors. */
  private OptionalDouble speed(List<Long> one, List<Long> other) {
    double seconds = 0;
    for (int i = 0; i < one.size(); i++) {
      seconds += Math.abs(other.get(i) - one.get(i)) / 1e9;
    }
    double apartM = layout.piezosM().get(1) - layout.piezosM().get(0);
    return seconds > 0 ? OptionalDouble.of(apartM * one.size() / seconds) : OptionalDouble.empty();
  }

  private List<Long> within(
      List<Long> strikes, Motion motion, Pulse first, double fromFirstM, boolean forward) {
    double zoneM = forward ? layout.leadZoneM() : layout.trailZoneM();
    double comes = (fromFirstM - END_TOLERANCE_M) / motion.frontMps();
    double goes = (fromFirstM - zoneM + END_TOLERANCE_M) / motion.rearMps();
    long from = first.onNanos() + Math.round(comes * 1e9);
    long to = first.offNanos() + Math.round(goes * 1e9);
    return strikes.stream().filter(nanos -> nanos >= from && nanos <= to).toList();
  }

  private static List<Long> merged(List<Long> strikes, Motion motion) {
    List<Long> axles = new ArrayList<>();
    for (long strike : strikes) {
      if (axles.isEmpty() || motion.metres(axles.get(axles.size() - 1), strike) >= SAME_AXLE_M) {
        axles.add(strike);
      }
    }
    return axles;
  }
}
