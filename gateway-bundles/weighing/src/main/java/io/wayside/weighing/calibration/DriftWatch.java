// SPDX-License-Identifier: Apache-2.0
package io.wayside.weighing.calibration;

import io.wayside.weighing.calibration.Drift.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Watches one instrument, or one sensor at one range of temperature, for drift against the vehicles
 * that pass. The target is what the same vehicles weighed right after the calibration, here, not a
 * figure from elsewhere. It proposes; it changes nothing. For a verified instrument the proposal is
 * a diagnosis only and is 1. Memory is bounded by its settings. Not for several threads.
 */
public final class DriftWatch {

  /** Half width of the 95 % interval of a median of n, in robust deviations over √n. */
  private static final double MEDIAN_REACH = 1.96 * 1.2533;

  private static final double MAD_TO_DEVIATION = 1.4826;

  private final DriftSettings settings;
  private final boolean verified;
  private final List<Double> learned = new ArrayList<>();
  private final Deque<Double> latest = new ArrayDeque<>();
  private double targetN = Double.NaN;
  private double targetReach = Double.NaN;
  private double appliedFactor = 1;
  private boolean frozen;

  /**
   * A watch that begins to learn.
   *
   * @param verified whether the instrument is in legal use as verified
   */
  public DriftWatch(DriftSettings settings, boolean verified) {
    this.settings = settings;
    this.verified = verified;
  }

  /** A fault of the site begins or ends; what passes meanwhile is not counted. */
  public void freeze(boolean faulty) {
    frozen = faulty;
  }

  /** A vehicle of the population passed. */
  public void saw(double steerAxleN) {
    if (frozen || !(steerAxleN > 0)) {
      return;
    }
    if (learned.size() < settings.learn()) {
      learned.add(steerAxleN);
      if (learned.size() == settings.learn()) {
        targetN = Fitting.median(learned);
        targetReach = reachPercent(learned, targetN);
      }
      return;
    }
    latest.addLast(steerAxleN);
    if (latest.size() > settings.window()) {
      latest.removeFirst();
    }
  }

  /** A vehicle passed, of whatever kind. */
  public void saw(OptionalDouble steerAxleN) {
    steerAxleN.ifPresent(this::saw);
  }

  /**
   * Somebody has put a correction in force; what was measured before it is not compared any more.
   */
  public void applied(double factor) {
    appliedFactor *= factor;
    latest.clear();
  }

  public Drift now() {
    if (frozen) {
      return new Drift(State.FROZEN, targetN, Double.NaN, Double.NaN, 1);
    }
    if (latest.size() < settings.window()) {
      return new Drift(State.LEARNING, targetN, Double.NaN, Double.NaN, 1);
    }
    List<Double> window = List.copyOf(latest);
    double median = Fitting.median(window);
    double drift = 100 * (median / targetN - 1);
    double reach = Math.hypot(reachPercent(window, median), targetReach);
    double size = Math.abs(drift);
    if (size <= settings.noticePercent() || size <= reach) {
      return new Drift(State.STEADY, targetN, drift, reach, 1);
    }
    double total = 100 * Math.abs(appliedFactor / (1 + drift / 100) - 1);
    if (total > settings.totalPercent()) {
      return new Drift(State.BEYOND_CORRECTION, targetN, drift, reach, 1);
    }
    double step = Math.min(settings.dailyPercent(), size);
    double factor = verified ? 1 : 1 - Math.copySign(step, drift) / 100;
    return new Drift(State.DRIFTING, targetN, drift, reach, factor);
  }

  private static double reachPercent(List<Double> values, double median) {
    double spread =
        MAD_TO_DEVIATION * Fitting.median(values.stream().map(v -> Math.abs(v - median)).toList());
    return 100 * MEDIAN_REACH * spread / median / Math.sqrt(values.size());
  }
}
